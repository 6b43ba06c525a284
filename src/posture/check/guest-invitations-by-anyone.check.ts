import { sql } from '../../store/sql.ts';
import { type Check, exportedPolicy } from '../check.ts';
import { authorizationPolicy, user } from '../graph-record.ts';
import { policyObject } from '../policy-object.ts';

/** CISA also fails tenants in which nobody at all may invite; that is safer than what it asks for, so it is right here. */
const check: Check = {
  check: 'guest-invitations-by-anyone',
  title: 'Only those who are meant to may invite guests',
  lesson: 'guests-and-devices',
  severity: 'medium',
  risk: 'An intruder with one ordinary account invites an account of his own, and comes back with it after he was thrown out.',
  incident: 'The intruder made accounts of his own to stay. An invitation does the same without any role.',
  references: [
    'https://github.com/cisagov/ScubaGear/blob/main/PowerShell/ScubaGear/baselines/aad.md',
    'https://learn.microsoft.com/en-us/entra/external-id/external-collaboration-settings-configure',
  ],
  scuba: ['MS.AAD.8.2'],
  fix: {
    portal:
      'Entra admin center > External Identities > External collaboration settings > Guest invite settings: only users assigned to specific admin roles',
    command: 'Update-MgPolicyAuthorizationPolicy -AllowInvitesFrom adminsAndGuestInviters',
  },
  needs: [exportedPolicy('who may invite guests (authorizationPolicy)', 'authorizationPolicy', 'allowInvitesFrom')],
  objects: policyObject(
    'authorizationPolicy',
    'Authorization policy',
    'allowInvitesFrom',
    sql`value is null or value not in ('adminsandguestinviters', 'none')`,
    sql`case value when 'everyone' then 'everybody may invite, guests too' when 'adminsguestinvitersandallmembers' then 'every member may invite' else 'it may be ' || coalesce(value, 'everybody') || ' who invites' end`,
  ),
  examples: [
    {
      name: 'everybody',
      records: [authorizationPolicy({ allowInvitesFrom: 'everyone' })],
      verdict: 'not-met',
      objects: ['authorizationPolicy'],
    },
    {
      name: 'every member',
      records: [authorizationPolicy({ allowInvitesFrom: 'adminsGuestInvitersAndAllMembers' })],
      verdict: 'not-met',
      objects: ['authorizationPolicy'],
    },
    { name: 'administrators and inviters', records: [authorizationPolicy()], verdict: 'met' },
    { name: 'nobody', records: [authorizationPolicy({ allowInvitesFrom: 'none' })], verdict: 'met' },
    { name: 'users without the policy say nothing', records: [user('u1')], verdict: 'not-examined' },
  ],
};

export default check;
