import { populate } from '../population/population.ts';
import { Random } from '../random.ts';
import { microsoftGraph, officeHome } from './application.ts';
import type { Attacks } from './attack.ts';
import { tellAttacks } from './attack.ts';
import { resetPassword } from './change-of-user.ts';
import { Chronicle, mergeEvidence, Truth } from './chronicle.ts';
import { graphActivity } from './make-graph-activity.ts';
import { applicationMailAccess } from './make-mailbox-audit.ts';
import { servicePrincipalSignIn, userSignIn } from './make-sign-in.ts';
import { later, momentWithin } from './moment.ts';
import type { Place } from './place.ts';
import { recordChange, recordSignIn } from './record-change.ts';
import { scenarios } from './index.ts';

const office: Place = {
  ipAddress: '192.0.2.10',
  autonomousSystemNumber: 64496,
  city: 'Calgary',
  state: 'Alberta',
  countryOrRegion: 'CA',
  latitude: 51.05,
  longitude: -114.06,
};

/** For tests: records of every kind in a small tenant, two ordinary days in front and then every intruder at once. */
export function midnightBlizzard(seed = 'frostline'): Attacks {
  const population = populate({ users: 40, seed });
  const attacks = tellAttacks({ scenarios, parameters: {}, seed, population, firstDay: '2023-11-13' });
  const ordinary = new Chronicle(new Truth(), population.tenantId);
  const random = new Random(`${seed} ordinary`);
  const application = population.backup;
  const account = population.person(population.users - 1);
  const common = { resource: microsoftGraph, place: office };
  for (const day of ['2023-11-13', '2023-11-14']) {
    const time = momentWithin(random, day, 6, 6.3);
    const { keyId } = application;
    const signIn = ordinary.signIn(servicePrincipalSignIn(random, { ...common, time, application, keyId }));
    const path = `/users/${account.id}/mailFolders/inbox/messages/delta?$top=50`;
    const request = {
      application,
      signIn,
      method: 'GET',
      path,
      roles: 'Mail.Read',
      userAgent: 'HarborBackup/4.2',
    } as const;
    ordinary.graphActivity(graphActivity(random, { ...request, time: later(time, 1) }));
    const reading = { mailbox: account, folder: '\\Inbox', messages: 3, clientInfo: 'Client=REST;Client=RESTSystem;;' };
    ordinary.unifiedAudit(
      applicationMailAccess(random, { ...reading, time: later(time, 1), application, signIn, api: microsoftGraph }),
    );
    const attempt = { ...common, account, client: officeHome, kind: 'interactiveUser', isMultiFactor: true } as const;
    recordSignIn(ordinary, userSignIn(random, { ...attempt, time: later(time, 600), errorCode: 50126 }));
    recordSignIn(ordinary, userSignIn(random, { ...attempt, time: later(time, 601) }));
  }
  const by = { account: population.person(population.admins[0] ?? 0), place: office };
  recordChange(ordinary, random, resetPassword(account, { time: '2023-11-14T17:00:00.000Z', by }));
  return { ...attacks, production: mergeEvidence([ordinary.evidence(), attacks.production]) };
}
