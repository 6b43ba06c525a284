import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Population, populate } from '../../src/simulate/population/population.ts';
import { Random } from '../../src/simulate/random.ts';
import { exchangeOnline, microsoftGraph, officeHome } from '../../src/simulate/scenario/application.ts';
import { addAppRoleAssignment } from '../../src/simulate/scenario/change-of-application.ts';
import { resetPassword } from '../../src/simulate/scenario/change-of-user.ts';
import type { Evidence } from '../../src/simulate/scenario/evidence.ts';
import { directoryAudit } from '../../src/simulate/scenario/make-audit.ts';
import { graphActivity } from '../../src/simulate/scenario/make-graph-activity.ts';
import { applicationMailAccess } from '../../src/simulate/scenario/make-mailbox-audit.ts';
import { servicePrincipalSignIn, userSignIn } from '../../src/simulate/scenario/make-sign-in.ts';
import { unifiedDirectoryAudit, unifiedSignIn } from '../../src/simulate/scenario/make-unified-audit.ts';

export const firstDay = '2024-01-09';

/** Few people, who are seldom there, so that all formats are written in a moment. */
export const smallTenant: Population = populate({ users: 40, seed: 'small', firstDay });

export const nothingTold: Evidence = { signIn: [], directoryAudit: [], unifiedAudit: [], graphActivity: [] };

/** A few records that an attack could have, in every log, on both of the first two days. */
export const aFewTold: Evidence = tellAFew();

function tellAFew(): Evidence {
  const random = new Random('told');
  const { backup } = smallTenant;
  const account = smallTenant.person(30);
  const place = smallTenant.proxy(random);
  const by = { account: smallTenant.person(smallTenant.admins[0] ?? 0), place };
  const at = (day: number, clock: string) => `2024-01-${String(day).padStart(2, '0')}T${clock}Z`;
  const signIn = userSignIn(random, {
    time: at(9, '03:04:05.678'),
    account,
    place,
    client: officeHome,
    resource: microsoftGraph,
    kind: 'interactiveUser',
    isMultiFactor: false,
    foreignMachine: smallTenant.commonClient(random),
  });
  const workload = servicePrincipalSignIn(random, {
    time: at(10, '11:12:13.014'),
    application: backup,
    place,
    resource: microsoftGraph,
    keyId: random.uuid(),
  });
  const role = {
    id: 'dc890d15-9560-4a4c-9b7f-a736ec74ec40',
    value: 'full_access_as_app',
    displayName: 'Use \u201cEWS\u201d, <all>',
  };
  const audits = [
    directoryAudit(random, resetPassword(account, { time: at(9, '05:06:07.089'), by })),
    directoryAudit(random, resetPassword(account, { time: at(9, '15:16:17.181'), by })),
    directoryAudit(random, addAppRoleAssignment(backup, exchangeOnline, role, { time: at(10, '20:21:22.232'), by })),
  ];
  const request = { application: backup, signIn: workload, mailbox: account, api: exchangeOnline };
  return {
    signIn: [signIn, workload],
    directoryAudit: audits,
    unifiedAudit: [
      unifiedSignIn(signIn),
      ...audits.map((audit) => unifiedDirectoryAudit(audit, smallTenant.tenantId, random.uuid())),
      applicationMailAccess(random, {
        ...request,
        time: at(10, '23:59:59.999'),
        clientInfo: 'Client=WebServices;',
        folder: '\\Inbox',
        messages: 4,
      }),
    ],
    graphActivity: [
      graphActivity(random, {
        ...request,
        time: at(10, '11:13:00.000'),
        method: 'GET',
        path: '/users?$top=5',
        roles: 'Mail.Read',
        userAgent: 'x/1 "y"',
      }),
    ],
  };
}

/** All files below a folder by their path in it, sorted. */
export async function filesIn(folder: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  return new Map(
    await Promise.all(paths.map(async (path) => [path.slice(folder.length + 1), await readFile(path)] as const)),
  );
}
