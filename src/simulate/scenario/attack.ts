import type { StageId } from '../../shape/story.ts';
import type { DatedEffect } from '../directory/effect.ts';
import type { Population } from '../population/population.ts';
import { Chronicle, mergeEvidence, Truth } from './chronicle.ts';
import type { Evidence, Intrusion } from './evidence.ts';
import type { Parameters } from './parameter.ts';
import type { Scenario } from './scenario.ts';

export interface AttackOptions {
  /** In order; the same one may come twice and gives two intruders. */
  readonly scenarios: readonly Scenario[];
  /** What differs from the defaults of the scenarios; each takes what it knows. */
  readonly parameters: Partial<Parameters>;
  /** Stages of which no record is to be. */
  readonly without?: readonly StageId[];
  readonly seed: string;
  readonly population: Population;
  /** The test tenant, for scenarios that attack one. */
  readonly testPopulation?: Population | undefined;
  /** `YYYY-MM-DD` */
  readonly firstDay: string;
}

export interface Attacks {
  readonly production: Evidence;
  readonly test: Evidence;
  readonly intrusions: readonly Intrusion[];
  /** What the intruders found and made in the directories. */
  readonly productionEffects: readonly DatedEffect[];
  readonly testEffects: readonly DatedEffect[];
}

/** What the intruders leave in the logs, and which of it belongs to what. The same options give the same records. */
export function tellAttacks(options: AttackOptions): Attacks {
  const { population, testPopulation = population, firstDay } = options;
  const told = options.scenarios.map((scenario, number) => {
    const parameters = parametersOf(scenario, options.parameters);
    const truth = new Truth(options.without);
    const production = { population, chronicle: new Chronicle(truth, population.tenantId) };
    const test = { population: testPopulation, chronicle: new Chronicle(truth, testPopulation.tenantId) };
    const attacked = usesTestTenant(scenario, options.parameters) ? test : production;
    const seed = `${options.seed} ${scenario.name} ${number}`;
    scenario.tell({ seed, number, production, attacked, firstDay, truth }, parameters);
    return { scenario, parameters, truth, production, test };
  });
  return {
    production: mergeEvidence(told.map(({ production }) => production.chronicle.evidence())),
    test: mergeEvidence(told.map(({ test }) => test.chronicle.evidence())),
    productionEffects: told.flatMap(({ production }) => production.chronicle.effects),
    testEffects: told.flatMap(({ test }) => test.chronicle.effects),
    intrusions: told.map(({ scenario, parameters, truth }) => ({
      scenario: scenario.name,
      parameters,
      stages: truth.stages(),
      mailboxes: truth.mailboxes(),
    })),
  };
}

export function usesTestTenant(scenario: Scenario, chosen: Partial<Parameters>): boolean {
  return parametersOf(scenario, chosen).testTenant ?? false;
}

/** The defaults of the scenario with what was chosen of them. */
function parametersOf(scenario: Scenario, chosen: Partial<Parameters>): Partial<Parameters> {
  const known = Object.entries(chosen).filter(([name]) => name in scenario.defaults);
  return { ...scenario.defaults, ...Object.fromEntries(known) };
}
