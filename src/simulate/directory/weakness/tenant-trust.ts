import type { Ground } from './ground.ts';
import { chanceOf } from './ground.ts';

/** Other tenants of which too much is believed. */
export function plantTenantTrust(ground: Ground): void {
  const { directory } = ground;
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
}
