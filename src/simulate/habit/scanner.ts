import type { FamilyName } from '../population/client.ts';
import { clientCode, familyOf } from '../population/client.ts';
import { dayMs } from '../population/day.ts';
import { mixAll } from '../population/draw.ts';
import type { Source } from '../population/network.ts';
import { countries, hosts, networkKinds, sourceOf } from '../population/network.ts';
import type { Population } from '../population/population.ts';
import { form, signInCode, unknownMachine } from './deed.ts';
import { outcome } from './outcome.ts';
import { rates } from './rate.ts';
import type { UseName } from './target-application.ts';
import { use } from './target-application.ts';
import type { World } from './world.ts';

interface Tool {
  readonly family: FamilyName;
  readonly use: UseName;
  readonly form: number;
  readonly share: number;
}

/** What scans all tenants of the world, all the time: few programs, old protocols. */
const tools: readonly Tool[] = [
  { family: 'oldMailProtocol', use: 'exchange', form: form.imap, share: 0.35 },
  { family: 'oldMailProtocol', use: 'exchange', form: form.smtp, share: 0.25 },
  { family: 'oldFirefox', use: 'officeHome', form: form.interactive, share: 0.15 },
  { family: 'goHttp', use: 'azureCli', form: form.passwordFlow, share: 0.15 },
  { family: 'pythonRequests', use: 'directoryPowerShell', form: form.passwordFlow, share: 0.1 },
];
const shares = tools.map(({ share }) => share);

/** Names on every list, most of which nobody has here. */
export const listedNames = (
  'info admin sales test support contact office mail billing accounts hr jobs marketing service webmaster postmaster scan ' +
  'scanner backup finance reception help newsletter noreply user manager it helpdesk security root guest demo john david michael ' +
  'maria peter anna paul smith j.smith a.jones m.miller accounting purchasing orders shop team press legal ceo cfo director'
).split(' ');

/** Addresses of one tool at a time, and days until half of them are others. */
const addresses = 14;
const turnDays = 20;

/** Attempts a day on this tenant before chance: scanners have it on more or fewer lists. */
export function scansPerDay(population: Population): number {
  const [fewest, most] = rates.scansPerDay;
  const level = fewest + ((mixAll(population.seedNumber, 13) % 1_000) / 1_000) * (most - fewest);
  return level * (population.users / rates.scannedSize) ** rates.scannedGrowth;
}

/** Existing accounts that are on the lists, because their names were once published. */
function listedPeople(population: Population): number[] {
  const count = Math.max(3, Math.round(Math.sqrt(population.users)));
  return Array.from({ length: count }, (_, number) => mixAll(population.seedNumber, 14, number) % population.users);
}

/** Scanning on one day, in UTC. */
export function scan(world: World, day: number): void {
  const { population, diary, draw } = world;
  draw.restart(mixAll(population.seedNumber, day, 15));
  const people = listedPeople(population);
  const count = draw.count(scansPerDay(population) * draw.factor(0.35));
  for (let number = 0; number < count; number += 1) {
    const tool = draw.weighted(shares);
    const { family, use: useName, form: formNumber } = tools[tool] ?? tools[0] ?? noTool();
    // A steady beat, a little out of step.
    const time = day * dayMs + ((number + draw.next()) / count) * dayMs;
    const exists = draw.chance(rates.scannedExisting);
    const who = exists ? (people[draw.below(people.length)] ?? 0) : -1 - draw.below(listedNames.length);
    const result = !exists
      ? outcome.unknownUser
      : draw.chance(rates.scannedLocked)
        ? outcome.locked
        : outcome.wrongPassword;
    const client = clientCode(familyOf(family), day, 400);
    const code = signInCode(client, result, use[useName], formNumber, unknownMachine);
    diary.add(time, who, code, scannerSource(population.seedNumber, tool, draw.below(addresses), day), draw.bits());
  }
}

/** Rented machines in any country. Each address of the pool is given up on a day of its own. */
function scannerSource(seed: number, tool: number, number: number, day: number): Source {
  const turn = Math.floor((day + (mixAll(seed, tool, number) % turnDays)) / turnDays);
  const chance = mixAll(tool, number, turn, 16);
  const network = networkKinds.hosting[chance & 1] ?? 11;
  return sourceOf(
    (chance >>> 1) % countries.length,
    network,
    0,
    hosts.strangers.first + ((chance >>> 8) % hosts.strangers.count),
  );
}

function noTool(): never {
  throw new RangeError('no tool');
}
