import { describe, expect, it } from 'vitest';
import { populate } from '../population/population.ts';
import { tellAttacks } from './attack.ts';
import { midnightBlizzard } from './midnight-blizzard.scenario.ts';
import type { Parameters } from './parameter.ts';

const population = populate({ users: 300, seed: 'blizzard' });
const testPopulation = populate({ users: 20, seed: 'blizzard test', tenantId: 'test-tenant', domain: 'test.example' });
const firstDay = '2023-11-13';

function tell(parameters: Partial<Parameters> = {}) {
  const options = { scenarios: [midnightBlizzard], seed: 'blizzard', population, testPopulation, firstDay };
  const { production, test, intrusions } = tellAttacks({ ...options, parameters });
  const stage = (id: string) => intrusions[0]?.stages.find((candidate) => candidate.id === id);
  const signIns = (id: string) => {
    const ids = new Set(stage(id)?.signIn);
    return [...production.signIn, ...test.signIn].filter((record) => ids.has(record.id));
  };
  return { production, test, stage, signIns, mailboxes: intrusions[0]?.mailboxes ?? [] };
}

const people = new Map(
  Array.from({ length: population.users }, (_, index) => population.person(index)).map((person) => [person.id, person]),
);
const dayOf = (number: number) => new Date(Date.parse(firstDay) + number * 86_400_000).toISOString().slice(0, 10);

describe('the spray', () => {
  it('has an address for each guess, all wrong, and only then the right one', () => {
    const { signIns, stage } = tell();
    const guesses = signIns('spray');
    expect(guesses).toHaveLength(40);
    expect(new Set(guesses.map((record) => record.ipAddress)).size).toBe(guesses.length);
    expect(new Set(guesses.map((record) => record.status.errorCode))).toEqual(new Set([50126]));
    expect(stage('spray')?.first.slice(0, 10)).toBe(dayOf(11));
    expect((stage('foothold')?.first ?? '') > (stage('spray')?.last ?? '')).toBe(true);
    expect(stage('spray')?.principals).toContain('legacy.app.test@test.example');
    expect(stage('foothold')?.principals).toEqual(['legacy.app.test@test.example']);
  });

  it('obeys rate, days, accounts and pool', () => {
    const { signIns, production } = tell({
      testTenant: false,
      attemptsPerDay: 25,
      sprayDays: 6,
      accounts: 50,
      addressPool: 7,
      quietDays: 3,
    });
    const guesses = signIns('spray');
    const perDay = new Map<string, number>();
    for (const { createdDateTime } of guesses) {
      const day = createdDateTime.slice(0, 10);
      perDay.set(day, (perDay.get(day) ?? 0) + 1);
    }
    expect([...perDay]).toEqual(Array.from({ length: 6 }, (_, day) => [dayOf(3 + day), 25]));
    expect(new Set(guesses.map(({ userId }) => userId)).size).toBe(50);
    expect(new Set(guesses.map(({ ipAddress }) => ipAddress)).size).toBe(7);
    expect(production.signIn).toEqual(expect.arrayContaining(guesses));
  });

  it('comes from the country of the account if geography is matched, else from anywhere', () => {
    const strange = (geography: Parameters['geography']) => {
      const { signIns } = tell({ testTenant: false, attemptsPerDay: 40, accounts: 'all', geography });
      return signIns('spray').filter(({ userId, location }) => {
        const person = people.get(userId);
        return person !== undefined && person.home.countryOrRegion !== location.countryOrRegion;
      }).length;
    };
    expect(strange('matched')).toBe(0);
    expect(strange('anywhere')).toBeGreaterThan(200);
  });

  it('shows the user agents that were asked for', () => {
    const agents = (userAgents: Parameters['userAgents']) =>
      new Set(
        tell({ testTenant: false, attemptsPerDay: 30, userAgents })
          .signIns('spray')
          .map((record) => record.userAgent),
      );
    expect(agents('fixed').size).toBe(1);
    expect(agents('pool').size).toBe(5);
    const common = new Set([...people.values()].map(({ browser }) => browser.replace(/[\d.]+$/, '')));
    const copied = tell({ testTenant: false, attemptsPerDay: 30, userAgents: 'copied', guessProtocol: 'browser' });
    const browsers = copied.signIns('spray').map(({ deviceDetail }) => deviceDetail.browser.replace(/[\d.]+$/, ''));
    expect(browsers.filter((browser) => !common.has(browser))).toEqual([]);
    expect(new Set(browsers).size).toBeGreaterThan(2);
  });

  it('keeps to office hours where the account is', () => {
    const { signIns } = tell({
      testTenant: false,
      attemptsPerDay: 40,
      accounts: 'all',
      hours: 'office',
      sprayDays: 14,
    });
    const outside = signIns('spray').filter(({ userId, createdDateTime }) => {
      const local = new Date(Date.parse(createdDateTime) + (people.get(userId)?.utcOffsetHours ?? 0) * 3_600_000);
      return (
        people.has(userId) && (local.getUTCHours() < 8 || local.getUTCHours() >= 18 || local.getUTCDay() % 6 === 0)
      );
    });
    expect(outside).toEqual([]);
    expect(signIns('spray')).toHaveLength(40 * 10);
  });

  it.each([
    ['ropc', 'ropc', 'Mobile Apps and Desktop clients'],
    ['browser', 'none', 'Browser'],
    ['imap', 'ropc', 'IMAP4'],
    ['smtp', 'ropc', 'Authenticated SMTP'],
  ] as const)(
    'by %s is logged with protocol %s and client %s',
    (guessProtocol, authenticationProtocol, clientAppUsed) => {
      const { signIns } = tell({ guessProtocol, guessApplication: 'exchange-online' });
      for (const record of signIns('spray'))
        expect(record).toMatchObject({
          authenticationProtocol,
          clientAppUsed,
          appId: '00000002-0000-0ff1-ce00-000000000000',
        });
    },
  );

  it('has right guesses that are stopped, each at another account, which is then left alone', () => {
    const { signIns } = tell({ stoppedGuesses: 4, attemptsPerDay: 10 });
    const guesses = signIns('spray');
    const right = guesses.filter(({ status }) => [50074, 50076, 50079, 53003].includes(status.errorCode));
    expect(new Set(right.map(({ userId }) => userId)).size).toBe(4);
    for (const { userId, createdDateTime } of right)
      expect(
        guesses.filter((record) => record.userId === userId && record.createdDateTime.slice(0, 10) > createdDateTime),
      ).toEqual([]);
  });

  it('is all there is if no forgotten account is found', () => {
    const { production, stage, signIns } = tell({ legacyAccount: false });
    expect(production.signIn).toEqual([]);
    expect(stage('foothold')).toBeUndefined();
    expect(signIns('spray').map(({ userPrincipalName }) => userPrincipalName)).not.toContain(
      'legacy.app.test@test.example',
    );
  });
});

describe('the chain', () => {
  const { production, test, stage, signIns, mailboxes } = tell();
  const audits = (operation: string) =>
    [...production.directoryAudit, ...test.directoryAudit].filter(({ activityDisplayName }) =>
      activityDisplayName.startsWith(operation),
    );

  it('keeps the spray in the test tenant and reads mail in production', () => {
    expect(new Set(test.signIn.map(({ resourceTenantId }) => resourceTenantId))).toEqual(new Set(['test-tenant']));
    expect(new Set(production.unifiedAudit.map(({ OrganizationId }) => OrganizationId))).toEqual(
      new Set([population.tenantId]),
    );
  });

  it('signs in to production with the very secrets that were added', () => {
    const added = audits('Update application – Certificates').map((record) => JSON.stringify(record.targetResources));
    expect(added).toHaveLength(3);
    const used = signIns('service-principal-sign-in');
    expect(used.length).toBeGreaterThan(20);
    for (const { servicePrincipalCredentialKeyId } of used)
      expect(added.some((text) => text.includes(`KeyIdentifier=${servicePrincipalCredentialKeyId},`))).toBe(true);
  });

  it('grants by a service principal the roles that reading needs', () => {
    const grants = audits('Add app role assignment');
    const values = grants.map((record) => {
      const [resource] = record.targetResources;
      const value = (name: string) =>
        resource?.modifiedProperties.find(({ displayName }) => displayName === name)?.newValue;
      expect(record.initiatedBy.app?.displayName).toBe('Directory Sync Test');
      return `${resource?.displayName}: ${value('AppRole.Value')} to ${value('ServicePrincipal.DisplayName')}`;
    });
    expect(values.toSorted()).toEqual([
      'Microsoft Graph: "Mail.Read" to "Calendar Assist"',
      'Office 365 Exchange Online: "full_access_as_app" to "Calendar Assist"',
      'Office 365 Exchange Online: "full_access_as_app" to "Mail Flow Insights"',
    ]);
  });

  it('reads mail with tokens of its own sign-ins', () => {
    const tokens = new Set(signIns('service-principal-sign-in').map((record) => record.uniqueTokenIdentifier));
    const reads = production.unifiedAudit.filter(({ Operation }) => Operation === 'MailItemsAccessed');
    const named = reads.map((record) => (record['AppAccessContext'] as { UniqueTokenId: string }).UniqueTokenId);
    expect(named.filter((token) => !tokens.has(token))).toEqual([]);
    expect(production.graphActivity.filter((request) => !tokens.has(request.signInActivityId))).toEqual([]);
    expect(reads.length).toBeGreaterThan(40);
    expect(stage('mail-access')?.principals).toEqual(['Calendar Assist', 'Mail Flow Insights']);
  });

  it('reads as many mailboxes and messages as asked, executives first, one cut off at its end', () => {
    expect(new Set(mailboxes.map(({ mailbox }) => mailbox)).size).toBe(6);
    expect(mailboxes.reduce((sum, { messages }) => sum + messages, 0)).toBe(16 * 20);
    const executives = population.executives.map((index) => population.person(index).userPrincipalName);
    expect(mailboxes.map(({ mailbox }) => mailbox)).toEqual(expect.arrayContaining(executives));
    const reads = production.unifiedAudit.filter(({ Operation }) => Operation === 'MailItemsAccessed');
    const throttled = reads.filter((record) => JSON.stringify(record).includes('"IsThrottled","Value":"True"'));
    expect(throttled).toHaveLength(1);
    const after = reads.filter(
      (record) =>
        record['MailboxOwnerUPN'] === throttled[0]?.['MailboxOwnerUPN'] &&
        record.CreationTime > (throttled[0]?.CreationTime ?? ''),
    );
    expect(after).toEqual([]);
  });

  it('goes through the door that was asked for', () => {
    const graph = tell({ mailThrough: 'graph' }).production;
    expect(graph.graphActivity.filter(({ requestUri }) => requestUri.includes('/messages')).length).toBeGreaterThan(40);
    const ews = tell({ mailThrough: 'ews' }).production;
    expect(ews.graphActivity.filter(({ requestUri }) => requestUri.includes('/messages'))).toEqual([]);
    const clients = (records: typeof ews.unifiedAudit) =>
      new Set(records.flatMap((record) => (record['ClientInfoString'] ? [record['ClientInfoString']] : [])));
    expect([...clients(ews.unifiedAudit)]).toEqual(['Client=WebServices;ExchangeServicesClient/15.00.0913.015;']);
    expect([...clients(graph.unifiedAudit)]).toEqual(['Client=REST;Client=RESTSystem;;']);
  });

  it('takes the days that it says it needs', () => {
    for (const parameters of [{}, { stageDays: 9, sprayDays: 30, readingDays: 4 }, { legacyAccount: false }]) {
      const made = tell(parameters);
      const days = [...made.production.unifiedAudit, ...made.test.unifiedAudit].map(({ CreationTime }) =>
        CreationTime.slice(0, 10),
      );
      expect(days.toSorted().at(-1)).toBe(dayOf(midnightBlizzard.daysNeeded(parameters) - 1));
    }
  });
});
