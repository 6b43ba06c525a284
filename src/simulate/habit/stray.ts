import { clientCode } from '../population/client.ts';
import { dayMs } from '../population/day.ts';
import { mixAll } from '../population/draw.ts';
import type { Source } from '../population/network.ts';
import { countries, hosts, networkKinds, sourceOf } from '../population/network.ts';
import type { Nature } from '../population/person.ts';
import { tenantFactor } from './calendar.ts';
import { form, signInCode, unknownMachine } from './deed.ts';
import { outcome } from './outcome.ts';
import { rates } from './rate.ts';
import type { UseName } from './target-application.ts';
import { use } from './target-application.ts';
import { strangeSource } from './whereabouts.ts';
import type { World } from './world.ts';
import { hourMs, midnightOf, workHours } from './world.ts';

const second = 1_000;
const uses: readonly UseName[] = ['officeHome', 'outlookWeb', 'officeHome', 'teams', 'sharePoint'];

/**
 * Wrong passwords that nothing explains afterwards: people who try at a new place and let it be, strangers who mean another name, and
 * single passwords of somebody's leaked list. One day brings more of them than the next, and so does one week.
 */
export function stray(world: World, day: number): void {
  const { population, draw } = world;
  const { users, seedNumber } = population;
  const week = draw.restart(mixAll(seedNumber, Math.floor(day / 7), 23)).factor(rates.strayWeekVariation);
  draw.restart(mixAll(seedNumber, day, 24));
  const mean = (rates.straysPerDay * users) / 1_000;
  const count = draw.count(mean * week * tenantFactor(seedNumber, day) * draw.factor(rates.strayDayVariation));
  for (let number = 0; number < count; number += 1) {
    const nature = population.nature(draw.below(users));
    const kind = draw.weighted(rates.strayKinds);
    if (kind === 2) tryLeaked(world, nature, day);
    else if (nature.kind === 'employee' || nature.kind === 'executive') tryInVain(world, nature, day, kind === 0);
  }
}

/** @param isOwn whether it is the account's owner with a machine of their own, else a stranger with another one. */
function tryInVain(world: World, nature: Nature, day: number, isOwn: boolean): void {
  const { draw } = world;
  const source = draw.chance(rates.strayAbroad) ? guestAbroad(world) : strangeSource(nature, draw);
  const stranger = world.population.nature(draw.below(world.population.users));
  const ownBrowser = draw.chance(0.4) && nature.phoneBrowser !== -1 ? nature.phoneBrowser : nature.computerBrowser;
  const midnight = midnightOf(day, countries[nature.country]?.utcOffsetHours ?? 0);
  const hour = draw.between(nature.startHour, nature.startHour + workHours + 5);
  let attempts = 1;
  while (draw.chance(rates.mistypedAgain)) attempts += 1;
  const client = isOwn
    ? clientCode(ownBrowser, day, nature.daysLate)
    : clientCode(stranger.computerBrowser, day, stranger.daysLate);
  add(world, nature, client, source, midnight + hour * hourMs, attempts);
}

/** Nobody knows whose list it is: one attempt from a stranger's line anywhere, with any browser, at any hour. */
function tryLeaked(world: World, nature: Nature, day: number): void {
  const { draw } = world;
  const stranger = world.population.nature(draw.below(world.population.users));
  const kinds = networkKinds.home;
  const country = draw.below(countries.length);
  const host = hosts.strangers.first + draw.below(hosts.strangers.count);
  const source = sourceOf(country, kinds[draw.below(kinds.length)] ?? 0, 0, host);
  add(
    world,
    nature,
    clientCode(stranger.computerBrowser, day, draw.below(400)),
    source,
    day * dayMs + draw.next() * dayMs,
    1,
  );
}

function add(world: World, nature: Nature, client: number, source: Source, from: number, attempts: number): void {
  const { draw, diary } = world;
  const name = uses[draw.below(uses.length)] ?? 'officeHome';
  const code = signInCode(client, outcome.wrongPassword, use[name], form.interactive, unknownMachine);
  let time = from;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    diary.add(time, nature.index, code, source, draw.bits());
    time += draw.between(4, 45) * second;
  }
}

function guestAbroad({ draw }: World): Source {
  const [guest] = networkKinds.guest;
  const country = draw.below(countries.length);
  const city = draw.below(countries[country]?.cities.length ?? 1);
  return sourceOf(country, guest, city, hosts.people.first + draw.below(hosts.people.count));
}
