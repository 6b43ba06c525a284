import { describe, expect, it } from 'vitest';
import type { Evidence } from './evidence.ts';
import { stageIds } from '../../shape/story.ts';
import { midnightBlizzard } from './midnight-blizzard.ts';
import { allDays } from './moment.ts';
import { firstDay, lastDay } from './period.ts';

const scenario = midnightBlizzard();
const { production, test, truth } = scenario;
const stage = (id: string) => truth.find((candidate) => candidate.id === id);

const idsOf = (evidence: Evidence) => [
  ...evidence.signIn.map((record) => `signIn ${record.id}`),
  ...evidence.directoryAudit.map((record) => `directoryAudit ${record.id}`),
  ...evidence.unifiedAudit.map((record) => `unifiedAudit ${record.Id}`),
  ...evidence.graphActivity.map((record) => `graphActivity ${record.requestId}`),
];

describe('the scenario', () => {
  it('is the same for the same seed and another for another', () => {
    expect(midnightBlizzard()).toEqual(scenario);
    expect(midnightBlizzard('other').production.signIn[0]?.id).not.toBe(production.signIn[0]?.id);
  });

  it('has every id once, and the truth names only ids that exist, each in one stage', () => {
    const ids = [...idsOf(production), ...idsOf(test)];
    expect(new Set(ids).size).toBe(ids.length);
    const named = truth.flatMap(({ id: _id, ...logs }) =>
      Object.entries(logs).flatMap(([log, list]) => list.map((id) => `${log} ${id}`)),
    );
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
    expect(new Set(named).size).toBe(named.length);
  });

  it('has something in every stage and is in order of time', () => {
    expect(truth.map(({ id }) => id)).toEqual([...stageIds]);
    for (const { id: _id, ...logs } of truth) expect(Object.values(logs).flat().length).toBeGreaterThan(0);
    const times = production.signIn.map((record) => record.createdDateTime);
    expect(times).toEqual(times.toSorted());
  });

  it('has a user signing in on every day', () => {
    const days = new Set(
      production.signIn.filter((record) => record.userId !== '').map((record) => record.createdDateTime.slice(0, 10)),
    );
    expect(allDays(firstDay, lastDay).filter((day) => !days.has(day))).toEqual([]);
  });

  it('uses addresses for documentation only', () => {
    const addresses = [...production.signIn, ...test.signIn].map((record) => record.ipAddress);
    expect(addresses.filter((address) => !/^(192\.0\.2|198\.51\.100|203\.0\.113)\.\d{1,3}$/.test(address))).toEqual([]);
  });
});

describe('the attacker', () => {
  it('guesses from an address a guess', () => {
    const guesses = test.signIn.filter((record) => stage('spray')?.signIn.includes(record.id));
    expect(guesses.length).toBeGreaterThan(15);
    expect(new Set(guesses.map((record) => record.ipAddress)).size).toBe(guesses.length);
    expect(guesses.every((record) => record.status.errorCode !== 0)).toBe(true);
  });

  it('signs in to production with the very secret that was added', () => {
    const added = test.directoryAudit
      .filter((record) => record.activityDisplayName.startsWith('Update application – Certificates'))
      .map((record) => JSON.stringify(record.targetResources));
    const signIns = production.signIn.filter((record) =>
      stage('service-principal-sign-in')?.signIn.includes(record.id),
    );
    expect(signIns.length).toBeGreaterThan(5);
    for (const { servicePrincipalCredentialKeyId } of signIns)
      expect(added.some((text) => text.includes(`KeyIdentifier=${servicePrincipalCredentialKeyId},`))).toBe(true);
  });

  it('reads mail with tokens of its sign-ins, once throttled', () => {
    const tokens = new Set(production.signIn.map((record) => record.uniqueTokenIdentifier));
    const reads = production.unifiedAudit.filter((record) => stage('mail-access')?.unifiedAudit.includes(record.Id));
    const named = reads.map((record) => /"UniqueTokenId":"([^"]+)"/.exec(JSON.stringify(record))?.[1] ?? '');
    expect(named.filter((token) => !tokens.has(token))).toEqual([]);
    expect(reads.filter((record) => JSON.stringify(record).includes('"IsThrottled","Value":"True"'))).toHaveLength(1);
  });

  it('has an honest twin for the deeds that are not bad in themselves', () => {
    const attackers = new Set(truth.flatMap((step) => step.directoryAudit));
    const honest = new Set(
      production.directoryAudit.filter(({ id }) => !attackers.has(id)).map((record) => record.activityDisplayName),
    );
    for (const operation of [
      'Add application',
      'Add app role assignment to service principal',
      'Add member to role',
      'Add user',
      'Consent to application',
      'Update application – Certificates and secrets management ',
      'User registered security info',
    ])
      expect(honest).toContain(operation);
  });
});
