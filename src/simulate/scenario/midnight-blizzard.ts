import { Random } from '../random.ts';
import { tellAdministration } from './administration.ts';
import { tellAttackOnMail } from './attack-on-mail.ts';
import { tellAttackOnProduction } from './attack-on-production.ts';
import { tellAttackOnTestTenant } from './attack-on-test-tenant.ts';
import { tellServices } from './backup-service.ts';
import { Chronicle, Truth } from './chronicle.ts';
import type { Scenario } from './evidence.ts';
import { tellEveryday, tellTestTenant } from './everyday.ts';
import { residentialProxies } from './place.ts';

/**
 * The intrusion into Microsoft of 2023 and 2024, told again in a fictional company: a password spray on a test tenant, a legacy
 * application with power over production, new applications and a new user, `full_access_as_app`, and the mail of executives.
 * The same seed gives the same records. Source: https://www.microsoft.com/en-us/security/blog/2024/01/25/midnight-blizzard-guidance-for-responders-on-nation-state-attack/
 */
export function midnightBlizzard(seed = 'frostline'): Scenario {
  const truth = new Truth();
  const production = new Chronicle(truth);
  const test = new Chronicle(truth);
  tellEveryday(production, seed);
  tellTestTenant(test, seed);
  tellAdministration(production, seed);
  tellServices(production, seed);
  const nextProxy = residentialProxies(new Random(`${seed} proxies`));
  tellAttackOnTestTenant(test, seed, nextProxy);
  tellAttackOnProduction(production, seed, nextProxy);
  tellAttackOnMail(production, seed, nextProxy);
  return { production: production.evidence(), test: test.evidence(), truth: truth.stages() };
}
