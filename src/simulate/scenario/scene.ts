import { Random } from '../random.ts';
import type { Truth } from './chronicle.ts';
import { later } from './moment.ts';
import type { Target } from './target.ts';

/** Where and when one intruder acts. */
export interface Scene {
  /** Differs from intruder to intruder. */
  readonly seed: string;
  /** 0 for the first intruder; later ones have other names for what they make. */
  readonly number: number;
  /** The tenant that is to be taken. */
  readonly production: Target;
  /** The tenant whose passwords are guessed: `production` itself, or its test tenant. */
  readonly attacked: Target;
  readonly firstDay: string;
  readonly truth: Truth;
}

/** Chance for one part of the story, so that a change in another part leaves it as it is. */
export function chanceFor(scene: Scene, topic: string): Random {
  return new Random(`${scene.seed} ${topic}`);
}

/** The day with this number, the first being 0. */
export function dayOf(scene: Scene, number: number): string {
  return later(`${scene.firstDay}T00:00:00.000Z`, number * 24 * 60).slice(0, 10);
}
