import type { DirectoryRecord } from '../object.ts';
import type { Ground } from './ground.ts';

const lesson = 'legacy-authentication';
const modern = ['browser', 'mobileAppsAndDesktopClients'];

/** Policies that old protocols and device codes do not meet. */
export function plantLegacyAuthentication({ directory, findings }: Ground): void {
  const { conditionalAccess, tenantId } = directory;
  conditionalAccess.delete('legacy');
  conditionalAccess.delete('device-code');
  for (const [name, policy] of conditionalAccess)
    if (name === 'mfa' || name === 'devices')
      conditionalAccess.set(name, {
        ...policy,
        conditions: { ...(policy['conditions'] as DirectoryRecord), clientAppTypes: modern },
      });
  findings.plant(lesson, 'legacy-authentication-blocked', [tenantId], 'policies are about modern clients only');
  findings.plant(lesson, 'device-code-flow-blocked', [tenantId], 'no policy is about it');
}
