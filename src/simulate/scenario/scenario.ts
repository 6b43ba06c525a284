import type { StageId } from '../../shape/story.ts';
import type { ParameterName, Parameters } from './parameter.ts';
import type { Scene } from './scene.ts';

/** A kind of attack. It knows the parameters that it has defaults for. */
export interface Scenario {
  readonly name: string;
  /** One line for the help. */
  readonly summary: string;
  readonly defaults: Partial<Parameters>;
  /** The stages that it may have; each can be left out. */
  readonly stages: readonly StageId[];
  /** Days from the first of the period to the last with a record of the attacker. */
  readonly daysNeeded: (chosen: Partial<Parameters>) => number;
  readonly tell: (scene: Scene, chosen: Partial<Parameters>) => void;
}

/** Makes a scenario out of one that is told with all the parameters that it knows. */
export function defineScenario<Name extends ParameterName>(
  scenario: Omit<Scenario, 'defaults' | 'daysNeeded' | 'tell'> & {
    readonly defaults: Pick<Parameters, Name>;
    readonly daysNeeded: (parameters: Pick<Parameters, Name>) => number;
    readonly tell: (scene: Scene, parameters: Pick<Parameters, Name>) => void;
  },
): Scenario {
  const { daysNeeded, tell, ...rest } = scenario;
  const complete = (chosen: Partial<Parameters>): Pick<Parameters, Name> => ({ ...scenario.defaults, ...chosen });
  return {
    ...rest,
    daysNeeded: (chosen) => daysNeeded(complete(chosen)),
    tell: (scene, chosen) => tell(scene, complete(chosen)),
  };
}
