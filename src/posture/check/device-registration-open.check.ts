import { sql } from '../../store/sql.ts';
import { type Check, exportedPolicy } from '../check.ts';
import { accessPolicy } from '../conditional-access-record.ts';
import { user } from '../graph-record.ts';
import { policyObject } from '../policy-object.ts';

const registration = 'urn:user:registerdevice';

const devicePolicy = (multiFactorAuthConfiguration: string) => ({
  id: 'deviceRegistrationPolicy',
  displayName: 'Device Registration Policy',
  description: 'Tenant-wide policy that manages initial provisioning controls',
  userDeviceQuota: 50,
  multiFactorAuthConfiguration,
  azureADRegistration: {
    isAdminConfigurable: false,
    allowedToRegister: { '@odata.type': '#microsoft.graph.allDeviceRegistrationMembership' },
  },
  azureADJoin: {
    isAdminConfigurable: true,
    allowedToJoin: { '@odata.type': '#microsoft.graph.allDeviceRegistrationMembership' },
  },
});

/** A policy of conditional access for the action takes the place of the setting, and needs it off. */
const check: Check = {
  check: 'device-registration-open',
  title: 'Nobody brings a device with a password alone',
  lesson: 'guests-and-devices',
  severity: 'medium',
  risk: 'A device of the attacker becomes one of the tenant. Its token lasts for weeks, and policies that trust devices let it in.',
  incident:
    'CISA saw the same actor register devices of its own in the cloud tenants of its victims where nothing was asked for it.',
  references: [
    'https://www.cisa.gov/news-events/cybersecurity-advisories/aa24-057a',
    'https://learn.microsoft.com/en-us/entra/identity/conditional-access/policy-all-users-device-registration',
  ],
  fix: {
    portal:
      'Entra admin center > Protection > Conditional Access > New policy: all users, User actions > Register or join devices, Grant: Require multifactor authentication; then Devices > Device settings > Require Multifactor Authentication to register or join devices: No',
    command:
      "New-MgIdentityConditionalAccessPolicy -DisplayName 'MFA to register devices' -State enabled -Conditions @{ Users = @{ IncludeUsers = 'All' }; Applications = @{ IncludeUserActions = 'urn:user:registerdevice' }; ClientAppTypes = 'all' } -GrantControls @{ Operator = 'OR'; BuiltInControls = 'mfa' }",
  },
  needs: [
    exportedPolicy('the policy of device registration', 'deviceRegistrationPolicy', 'multiFactorAuthConfiguration'),
  ],
  objects: sql`
    select * from (${policyObject('deviceRegistrationPolicy', 'Device registration policy', 'multiFactorAuthConfiguration', sql`coalesce(value, '') not in ('required', '1')`, sql`'a device is registered or joined without a second factor'`)}) d
    where not exists (select 1 from ca_policy p where p.tenantId = d.tenantId and list_contains(p.userActions, ${registration}) and list_contains(p.includeUsers, 'all'))`,
  examples: [
    {
      name: 'neither the setting nor a policy for all',
      records: [
        devicePolicy('notRequired'),
        accessPolicy('p1'),
        accessPolicy('p2', {
          users: { includeUsers: ['u1'] },
          applications: { includeApplications: [], includeUserActions: [registration] },
        }),
      ],
      verdict: 'not-met',
      objects: ['deviceRegistrationPolicy'],
    },
    {
      name: 'a policy of conditional access asks',
      records: [
        devicePolicy('notRequired'),
        accessPolicy('p1', { applications: { includeApplications: [], includeUserActions: [registration] } }),
      ],
      verdict: 'met',
    },
    { name: 'the setting asks', records: [devicePolicy('required')], verdict: 'met' },
    { name: 'users without the policy say nothing', records: [user('u1')], verdict: 'not-examined' },
  ],
};

export default check;
