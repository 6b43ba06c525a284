import { describe, expect, it } from 'vitest';
import { stageIds } from '../../shape/story.ts';
import { populate } from '../population/population.ts';
import type { Attacks } from './attack.ts';
import { tellAttacks } from './attack.ts';
import type { Evidence, Intrusion } from './evidence.ts';
import { scenarios } from './index.ts';
import type { Parameters } from './parameter.ts';

const population = populate({ users: 60, seed: 'attack' });
const testPopulation = populate({ users: 20, seed: 'attack test', tenantId: 'test-tenant', domain: 'test.example' });
const firstDay = '2023-11-13';

function told(name: string, parameters: Partial<Parameters> = {}, seed = 'attack'): Attacks {
  const chosen = scenarios.filter((scenario) => scenario.name === name);
  return tellAttacks({ scenarios: chosen, parameters, seed, population, testPopulation, firstDay });
}

const everything = tellAttacks({ scenarios, parameters: {}, seed: 'attack', population, testPopulation, firstDay });

const idsOf = (evidence: Evidence) => [
  ...evidence.signIn.map((record) => `signIn ${record.id}`),
  ...evidence.directoryAudit.map((record) => `directoryAudit ${record.id}`),
  ...evidence.unifiedAudit.map((record) => `unifiedAudit ${record.Id}`),
  ...evidence.graphActivity.map((record) => `graphActivity ${record.requestId}`),
];

const namedBy = ({ stages }: Intrusion) =>
  stages.flatMap(({ signIn, directoryAudit, unifiedAudit, graphActivity }) =>
    Object.entries({ signIn, directoryAudit, unifiedAudit, graphActivity }).flatMap(([log, list]) =>
      list.map((id) => `${log} ${id}`),
    ),
  );

describe('attacks', () => {
  it('are the same for the same seed and others for another', () => {
    expect(told('midnight-blizzard')).toEqual(told('midnight-blizzard'));
    const ids = new Set(idsOf(told('midnight-blizzard').production));
    expect(idsOf(told('midnight-blizzard', {}, 'other').production).filter((id) => ids.has(id))).toEqual([]);
  });

  it.each(scenarios.map((scenario) => [scenario.name, scenario] as const))(
    '%s has records in each of its stages and in no other',
    (name, { stages }) => {
      const [intrusion] = told(name).intrusions;
      expect(intrusion?.stages.map(({ id }) => id)).toEqual(stageIds.filter((id) => stages.includes(id)));
    },
  );

  it('name every record that they leave, each in one stage, but the sign-in of whom a session is stolen from', () => {
    const ids = [...idsOf(everything.production), ...idsOf(everything.test)];
    expect(new Set(ids).size).toBe(ids.length);
    const named = everything.intrusions.flatMap(namedBy);
    expect(new Set(named).size).toBe(named.length);
    const unnamed = ids.filter((id) => !named.includes(id));
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
    const victim = everything.production.signIn.find(({ id }) => unnamed.includes(`signIn ${id}`));
    expect(unnamed.toSorted()).toEqual([`signIn ${victim?.id}`, `unifiedAudit ${victim?.id}`]);
    expect(victim).toMatchObject({ isInteractive: true, status: { errorCode: 0 } });
  });

  it('are those of intruders that share neither addresses nor applications', () => {
    const twice = scenarios.filter(({ name }) => name === 'midnight-blizzard');
    const { production, intrusions } = tellAttacks({
      scenarios: [...twice, ...twice],
      parameters: { testTenant: false, attemptsPerDay: 30 },
      seed: 'two',
      population,
      firstDay,
    });
    const traces = intrusions.map(({ stages }) => {
      const ids = new Set(stages.flatMap(({ signIn }) => signIn));
      const own = production.signIn.filter(({ id }) => ids.has(id));
      return new Set(own.flatMap((record) => [record.ipAddress, record.servicePrincipalId, record.appDisplayName]));
    });
    const [first = new Set(), second = new Set()] = traces;
    const shared = [...first].filter((trace) => trace !== '' && trace !== 'Microsoft Office' && second.has(trace));
    expect(shared).toEqual(['Azure Portal']);
    expect(first.size).toBeGreaterThan(100);
  });

  it('leave out the stages that are to be left out, and no others', () => {
    const chosen = scenarios.filter(({ name }) => name === 'midnight-blizzard');
    const without = ['mfa-enrolment', 'consent', 'mail-access'] as const;
    const { production, test, intrusions } = tellAttacks({
      scenarios: chosen,
      parameters: {},
      without,
      seed: 'attack',
      population,
      testPopulation,
      firstDay,
    });
    expect(intrusions[0]?.stages.map(({ id }) => id)).toEqual(
      stageIds.filter((id) => !without.some((other) => other === id)),
    );
    expect(intrusions[0]?.mailboxes).toEqual([]);
    const operations = [...production.unifiedAudit, ...test.unifiedAudit].map(({ Operation }) => Operation);
    expect(operations).toContain('Add user.');
    for (const gone of ['User registered security info.', 'Consent to application.', 'MailItemsAccessed'])
      expect(operations).not.toContain(gone);
  });

  it('come from addresses that belong to nobody', () => {
    const addresses = [...everything.production.signIn, ...everything.test.signIn].map(({ ipAddress }) => ipAddress);
    expect(addresses.filter((address) => !/^(24\d|25\d)\.|^2001:db8:/.test(address))).toEqual([]);
  });

  it('tell each change of the directory in the unified audit log as well', () => {
    for (const { directoryAudit, unifiedAudit } of [everything.production, everything.test]) {
      const facts = (operation: string, id: string) => `${operation.replace(/[. ]$/, '')} ${id}`;
      const audits = directoryAudit.map((record) => facts(record.activityDisplayName, record.correlationId));
      const unified = unifiedAudit
        .filter(({ RecordType }) => RecordType === 8)
        .map((record) => facts(record.Operation, String(record['InterSystemsId'])));
      expect(unified.toSorted()).toEqual(audits.toSorted());
      expect(audits.length).toBeGreaterThan(5);
    }
  });
});
