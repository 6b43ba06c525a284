import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { prepareAnalyses } from '../../src/analysis/prepare-analyses.ts';
import { tellStories } from '../../src/analysis/story/tell-stories.ts';
import { populate } from '../../src/simulate/population/population.ts';
import { Random } from '../../src/simulate/random.ts';
import type { SignIn, UnifiedAudit } from '../../src/simulate/record.ts';
import { exchangeOnline, officeHome } from '../../src/simulate/scenario/application.ts';
import { addServicePrincipalSecret } from '../../src/simulate/scenario/change-of-application.ts';
import { changed, directoryAudit, servicePrincipalTarget } from '../../src/simulate/scenario/make-audit.ts';
import { applicationMailAccess, delegatedMailAccess } from '../../src/simulate/scenario/make-mailbox-audit.ts';
import { servicePrincipalSignIn, userSignIn } from '../../src/simulate/scenario/make-sign-in.ts';
import { later } from '../../src/simulate/scenario/moment.ts';
import type { Place } from '../../src/simulate/scenario/place.ts';
import { sql } from '../../src/store/sql.ts';
import { openScratchCase, type ScratchCase } from '../contract/scratch-case.ts';
import { evidenceOf } from './told-case.ts';

const place = (ipAddress: string, autonomousSystemNumber: number, countryOrRegion: string): Place => ({
  ipAddress,
  autonomousSystemNumber,
  city: 'Town',
  state: 'State',
  countryOrRegion,
  latitude: 0,
  longitude: 0,
});
const office = place('192.0.2.10', 64_496, 'CA');
const server = place('198.51.100.20', 64_497, 'CA');
const newServer = place('203.0.113.30', 64_499, 'CA');
const hotel = place('203.0.113.77', 64_501, 'US');
const den = place('203.0.113.66', 64_500, 'BR');
const denMachine = { userAgent: 'curl/8.5', operatingSystem: 'Linux', browser: 'Chrome 119' };

const random = new Random('shared application');
const population = populate({ users: 40, seed: 'shared application' });
const { backup } = population;
const [admin, owner] = [population.person(population.admins[0] ?? 0), population.person(20)];
const day = (number: number, hour: number) => later('2024-01-01T00:00:00.000Z', (number * 24 + hour) * 60);
const intruderKey = random.uuid();
const maker = random.uuid();

/** The same token as another log writes it: plain base64 with padding. */
const padded = (record: UnifiedAudit): UnifiedAudit => {
  const context = record['AppAccessContext'] as { UniqueTokenId: string };
  const plain = context.UniqueTokenId.replaceAll('-', '+').replaceAll('_', '/');
  return { ...record, AppAccessContext: { ...context, UniqueTokenId: `${plain}==` } };
};

const signIns: SignIn[] = [];
const keep = (record: SignIn): SignIn => {
  signIns.push(record);
  return record;
};
const asBackup = (number: number, hour: number, keyId: string, from: Place) => {
  const details = { time: day(number, hour), application: backup, resource: exchangeOnline, keyId, place: from };
  return keep(servicePrincipalSignIn(random, details));
};
const read = (signIn: SignIn, minutes: number) =>
  padded(
    applicationMailAccess(random, {
      time: later(signIn.createdDateTime, minutes),
      mailbox: owner,
      folder: '\\Inbox',
      messages: 2,
      application: backup,
      signIn,
      api: exchangeOnline,
      clientInfo: 'Client=WebServices;',
    }),
  );
const asAdmin = (number: number, hour: number, from: Place, more: object = {}) =>
  keep(
    userSignIn(random, {
      time: day(number, hour),
      account: admin,
      place: from,
      client: officeHome,
      resource: exchangeOnline,
      kind: 'interactiveUser',
      isMultiFactor: false,
      ...more,
    }),
  );
const ownMail = (signIn: SignIn) =>
  padded(
    delegatedMailAccess(random, {
      time: later(signIn.createdDateTime, 5),
      mailbox: admin,
      folder: '\\Inbox',
      messages: 1,
      application: officeHome,
      signIn,
      api: exchangeOnline,
      clientInfo: 'Client=OWA;',
    }),
  );

const ordinary = Array.from({ length: 30 }, (_, number) => {
  asAdmin(number, 14, office);
  return read(asBackup(number, 2, backup.keyId, number < 24 ? server : newServer), 5);
});
// Mistyped in a hotel, which is nobody's guess; guessed from where the intruder came in.
asAdmin(15, 20, hotel, { errorCode: 50126 });
const guess = asAdmin(20, 3.5, den, { errorCode: 50126, foreignMachine: denMachine });
// On the 20th day the administrator's password is in other hands, which add a key to the backup.
const foothold = asAdmin(20, 4, den, { foreignMachine: denMachine });
const added = directoryAudit(
  random,
  addServicePrincipalSecret(backup, intruderKey, 'sync', {
    time: day(20, 4.2),
    by: { account: admin, place: den },
  }),
);
const guest = 'mallory_fabrikam.example#EXT#@frostline.example';
const owned = directoryAudit(random, {
  time: day(20, 4.3),
  by: { account: admin, place: den },
  category: 'ApplicationManagement',
  operation: 'Add owner to service principal',
  operationType: 'Assign',
  targets: [
    {
      id: random.uuid(),
      displayName: null,
      type: 'User',
      userPrincipalName: guest,
      groupType: null,
      modifiedProperties: [changed('ServicePrincipal.ObjectID', backup.servicePrincipalId)],
    },
    servicePrincipalTarget(backup),
  ],
  // The backup is not the tenant's own, which its sign-ins may not say.
  details: [{ key: 'AppOwnerOrganizationId', value: maker }],
});
const strange = [
  read(asBackup(21, 3, intruderKey, den), 5),
  // From the very network of the backup.
  read(asBackup(22, 3, intruderKey, { ...server, ipAddress: '198.51.100.99' }), 5),
];
// The session that began in the den goes on at home, and the administrator's own machine is where the den is.
const session = { sessionId: foothold.sessionId ?? '', foreignMachine: denMachine };
const stolen = [ownMail(foothold), ownMail(asAdmin(22, 5, office, session))];
const own = [ownMail(asAdmin(21, 15, office)), ownMail(asAdmin(25, 15, { ...den, ipAddress: '203.0.113.99' }))];

let scratch: ScratchCase;
beforeAll(async () => {
  scratch = await openScratchCase();
  const lines = (records: readonly unknown[]) => records.map((record) => `${JSON.stringify(record)}\n`).join('');
  await scratch.load(await scratch.write('sign-ins.ndjson', lines(signIns)));
  await scratch.load(await scratch.write('audits.ndjson', lines([added, owned])));
  await scratch.load(await scratch.write('mail.ndjson', lines([...ordinary, ...strange, ...stolen, ...own])));
  await prepareAnalyses(scratch.store, {});
  await tellStories(scratch.store);
});
afterAll(() => scratch.close());

describe('an application that backup software and the intruder share', () => {
  test('is one story, in which mail is tied by the token, wherever it was read from', async () => {
    const evidence = await evidenceOf(scratch.store);
    const ids = (records: readonly UnifiedAudit[]) => records.map(({ Id }) => Id);
    expect(ids(strange).filter((id) => !evidence.includes(id))).toEqual([]);
    expect(ids(ordinary).filter((id) => evidence.includes(id))).toEqual([]);
    const ties = await scratch.store.rows(
      sql`select distinct mailbox, tiedBy from story_mailbox where mailbox = ${owner.userPrincipalName}`,
    );
    expect(ties).toEqual([{ mailbox: owner.userPrincipalName, tiedBy: ['token'] }]);
  });

  test('as guesses only what came from where the intruder was', async () => {
    const rows = await scratch.store.rows<{ id: string }>(
      sql`select id from story_evidence join story_stage using (story, position) join sign_in using (file_id, record) where stage = 'spray'`,
    );
    expect(rows).toEqual([{ id: guess.id }]);
  });

  test('as an application of another organisation with a guest for an owner', async () => {
    const rows = await scratch.store.rows<{ summary: string }>(
      sql`select summary from story_stage where stage = 'application-credential'`,
    );
    expect(rows[0]?.summary).toContain(`made ${guest.toLowerCase()} an owner of the application ${backup.displayName}`);
    expect(rows[0]?.summary).toContain(
      `${backup.displayName} is an application of another organisation (tenant ${maker})`,
    );
    expect(rows[0]?.summary).toContain(`${guest.toLowerCase()} is a guest of another organisation`);
  });

  test('as an account: what its owner read is not the intruder’s', async () => {
    const evidence = await evidenceOf(scratch.store);
    expect(stolen.map(({ Id }) => evidence.includes(Id))).toEqual([true, true]);
    expect(own.map(({ Id }) => evidence.includes(Id))).toEqual([false, false]);
  });
});
