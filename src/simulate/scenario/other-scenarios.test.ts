import { describe, expect, it } from 'vitest';
import { populate } from '../population/population.ts';
import { tellAttacks } from './attack.ts';
import { scenarios } from './index.ts';
import type { Parameters } from './parameter.ts';
import { guessesOfSurge } from './surge.scenario.ts';

const population = populate({ users: 120, seed: 'others' });

function tell(name: string, parameters: Partial<Parameters> = {}) {
  const chosen = scenarios.filter((scenario) => scenario.name === name);
  const options = { scenarios: chosen, parameters, seed: 'others', population, firstDay: '2024-01-01' };
  const { production, intrusions } = tellAttacks(options);
  const [intrusion] = intrusions;
  const stage = (id: string) => intrusion?.stages.find((candidate) => candidate.id === id);
  const signIns = (id: string) => production.signIn.filter((record) => stage(id)?.signIn.includes(record.id));
  return { ...production, stage, signIns, mailboxes: intrusion?.mailboxes ?? [] };
}

describe('fast-spray', () => {
  it('asks everybody from a few addresses, locks accounts, and has the mail of whoever falls', () => {
    const { signIns, mailboxes, stage } = tell('fast-spray', { attemptsPerDay: 2000 });
    const guesses = signIns('spray');
    expect(guesses).toHaveLength(4000);
    expect(new Set(guesses.map(({ ipAddress }) => ipAddress)).size).toBe(5);
    expect(new Set(guesses.map(({ userId }) => userId)).size).toBe(120);
    expect(guesses.filter(({ status }) => status.errorCode === 50053).length).toBeGreaterThan(500);
    expect(mailboxes.map(({ mailbox }) => mailbox)).toEqual(stage('foothold')?.principals);
  });
});

describe('surge', () => {
  it('is refused if it has more guesses than memory can hold', () => {
    expect(() => tell('surge', { attemptsPerDay: 10_000 })).toThrow(/guesses are more than the simulation can hold/);
  });

  it('grows tenfold within thirty days and runs for eleven weeks', () => {
    const guesses = guessesOfSurge({ attemptsPerDay: 5, sprayDays: 77, growth: 10, growthDays: 30 });
    const weeks = Array.from({ length: 11 }, (_, week) =>
      guesses.slice(week * 7, week * 7 + 7).reduce((sum, each) => sum + each, 0),
    );
    expect(weeks.slice(0, 5)).toEqual([35, 35, 35, 35, 35]);
    expect(weeks.at(-1)).toBe(350);
    expect(weeks).toEqual(weeks.toSorted((a, b) => a - b));
    expect(tell('surge').signIns('spray')).toHaveLength(guesses.reduce((sum, each) => sum + each, 0));
  });
});

describe('token-theft', () => {
  it('goes on with the session of the victim from elsewhere, without a guess', () => {
    const { signIn, signIns, stage } = tell('token-theft');
    const stolen = signIns('foothold');
    const [own, ...others] = signIn.filter((record) => !stolen.includes(record));
    expect(others).toEqual([]);
    expect(own?.sessionId).not.toBeNull();
    expect(stolen).toHaveLength(5);
    for (const record of stolen) {
      expect(record).toMatchObject({ isInteractive: false, sessionId: own?.sessionId, userId: own?.userId });
      expect(record.ipAddress).not.toBe(own?.ipAddress);
    }
    expect(signIn.filter(({ status }) => status.errorCode !== 0)).toEqual([]);
    expect(stage('hiding')?.principals).toEqual([own?.userPrincipalName]);
  });

  it.each(['web', 'graph'] as const)('reads messages through %s with tokens of its sign-ins', (mailClient) => {
    const { signIns, unifiedAudit, graphActivity, mailboxes } = tell('token-theft', { mailClient });
    const tokens = new Set(signIns('foothold').map((record) => record.uniqueTokenIdentifier));
    const reads = unifiedAudit.filter(({ Operation }) => Operation === 'MailItemsAccessed');
    for (const record of reads)
      expect(tokens).toContain((record['AppAccessContext'] as { UniqueTokenId: string }).UniqueTokenId);
    expect(mailboxes.map(({ messages }) => messages)).toEqual([125]);
    expect(graphActivity.length > 0).toBe(mailClient === 'graph');
    for (const request of graphActivity) {
      expect(tokens).toContain(request.signInActivityId);
      expect(request).toMatchObject({ roles: null, servicePrincipalId: null, userId: signIns('foothold')[0]?.userId });
    }
  });

  it('takes whole folders with Outlook on a desktop', () => {
    const { unifiedAudit, mailboxes } = tell('token-theft', { mailClient: 'outlook' });
    const reads = unifiedAudit.filter(({ Operation }) => Operation === 'MailItemsAccessed');
    expect(reads).toHaveLength(10);
    expect(reads.filter((record) => !JSON.stringify(record).includes('"MailAccessType","Value":"Sync"'))).toEqual([]);
    expect(mailboxes.map(({ messages }) => messages)).toEqual([0]);
  });
});

describe('consent-phish', () => {
  it('has each victim consent for themselves to an application of another tenant', () => {
    const { directoryAudit, signIns, stage } = tell('consent-phish', { victims: 4 });
    const consents = directoryAudit.filter(
      ({ activityDisplayName }) => activityDisplayName === 'Consent to application',
    );
    expect(new Set(consents.map(({ initiatedBy }) => initiatedBy.user?.userPrincipalName))).toEqual(
      new Set(stage('consent')?.principals),
    );
    expect(consents).toHaveLength(4);
    for (const { correlationId, initiatedBy, targetResources } of consents) {
      expect(JSON.stringify(targetResources)).toContain(`PrincipalId: ${initiatedBy.user?.id}, `);
      expect(JSON.stringify(targetResources)).toMatch(
        /ConsentType: Principal, Scope: [\w. ]*Mail\.Read offline_access/,
      );
      const together = directoryAudit.filter((record) => record.correlationId === correlationId);
      expect(together.map(({ activityDisplayName }) => activityDisplayName)).toEqual(
        expect.arrayContaining(['Add delegated permission grant', 'Add app role assignment grant to user']),
      );
    }
    expect(
      directoryAudit.filter(({ activityDisplayName }) => activityDisplayName === 'Add service principal'),
    ).toHaveLength(1);
    for (const record of signIns('consent')) expect(record.appOwnerTenantId).not.toBe(population.tenantId);
  });

  it('reads the mail of the victims with delegated access', () => {
    const { signIns, unifiedAudit, graphActivity, mailboxes, stage } = tell('consent-phish');
    const signInOf = new Map(signIns('mail-access').map((record) => [record.uniqueTokenIdentifier, record]));
    expect(graphActivity.length).toBeGreaterThan(10);
    for (const request of graphActivity) {
      expect(signInOf.get(request.signInActivityId)?.userId).toBe(request.userId);
      expect(request.scopes).toContain('Mail.Read');
    }
    const reads = unifiedAudit.filter(({ Operation }) => Operation === 'MailItemsAccessed');
    for (const record of reads) {
      const { UniqueTokenId } = record['AppAccessContext'] as { UniqueTokenId: string };
      expect(signInOf.get(UniqueTokenId)?.userPrincipalName).toBe(record['MailboxOwnerUPN']);
    }
    expect(mailboxes.map(({ mailbox }) => mailbox).toSorted()).toEqual(stage('consent')?.principals);
    expect(mailboxes.reduce((sum, { messages }) => sum + messages, 0)).toBe(24 * 7);
  });
});
