import { consentPhish } from './consent-phish.scenario.ts';
import { fastSpray } from './fast-spray.scenario.ts';
import { midnightBlizzard } from './midnight-blizzard.scenario.ts';
import type { Scenario } from './scenario.ts';
import { surge } from './surge.scenario.ts';
import { tokenTheft } from './token-theft.scenario.ts';

/** Every attack that the simulation knows; `benign` is the name of none. */
export const scenarios: readonly Scenario[] = [midnightBlizzard, fastSpray, surge, tokenTheft, consentPhish];
