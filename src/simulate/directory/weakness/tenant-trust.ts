import { domainRecord } from '../domain-record.ts';
import type { DirectoryRecord } from '../object.ts';
import type { Ground } from './ground.ts';
import { chanceOf } from './ground.ts';

const lesson = 'tenant-trust';

/** Other tenants of which too much is believed. */
export function plantTenantTrust(ground: Ground): void {
  const { directory, findings } = ground;
  const plant = (check: string, object: string, why: string) => findings.plant(lesson, check, [object], why);
  const partner = chanceOf(ground, 'partner').uuid();
  const everybody = (accessType: string) => ({
    usersAndGroups: { accessType, targets: [{ target: 'AllUsers', targetType: 'user' }] },
    applications: { accessType, targets: [{ target: 'AllApplications', targetType: 'application' }] },
  });
  directory.partners.push({
    tenantId: partner,
    isServiceProvider: false,
    isInMultiTenantOrganization: false,
    inboundTrust: {
      isMfaAccepted: true,
      isCompliantDeviceAccepted: true,
      isHybridAzureADJoinedDeviceAccepted: true,
    },
    b2bCollaborationInbound: everybody('allowed'),
    b2bCollaborationOutbound: everybody('allowed'),
    b2bDirectConnectInbound: everybody('allowed'),
    b2bDirectConnectOutbound: everybody('allowed'),
    automaticUserConsentSettings: { inboundAllowed: true, outboundAllowed: true },
    identitySynchronization: { userSyncInbound: { isSyncAllowed: true } },
  });
  plant('cross-tenant-partners-trusted', partner, 'a company that was bought, whose sign-ins are believed');
  plant('automatic-consent-or-sync-inbound', partner, 'its users are copied here');

  const provider = chanceOf(ground, 'service provider').uuid();
  directory.partners.push({ tenantId: provider, isServiceProvider: true, inboundTrust: null });
  plant('service-provider-partners', provider, 'it set the tenant up and is a partner still');

  const name = 'crossTenantAccessPolicy_default';
  const known = directory.policies.get(name);
  const inboundTrust = { ...(known?.['inboundTrust'] as DirectoryRecord), isMfaAccepted: true };
  directory.policies.set(name, { ...known, inboundTrust, b2bCollaborationInbound: everybody('allowed') });
  plant('cross-tenant-trusts-mfa-of-everyone', 'default', 'any tenant may say that there was a second factor');
  plant('b2b-collaboration-open-inbound', 'default', 'it was never changed');

  const { domain } = directory.population;
  const [federated, ageing] = [`partners.${domain}`, `branch-${domain}`];
  directory.domains.push(
    domainRecord(federated, { authenticationType: 'Federated', isDefault: false, isInitial: false, isRoot: false }),
    domainRecord(ageing, { isDefault: false, isInitial: false, passwordValidityPeriodInDays: 90 }),
  );
  plant('federated-domains', federated, 'a server elsewhere says who signs in');
  plant('domain-passwords-expire', ageing, 'passwords expire there');
}
