import { mixAll } from '../population/draw.ts';
import { countries } from '../population/network.ts';
import type { Nature } from '../population/person.ts';
import { isOnLeave, isWorkday, joinsAfter, seasonOf, tenantFactor } from './calendar.ts';
import { liveEveryday } from './everyday.ts';
import { letPasswordExpire, makeMistakes } from './mistake.ts';
import { readOwnMail } from './mailbox.ts';
import { work } from './workload-run.ts';
import { addIns } from './mail-add-in.ts';
import { administer } from './administration.ts';
import { changePhone, join } from './newcomer.ts';
import { rates } from './rate.ts';
import { scan } from './scanner.ts';
import { serve, tryOut } from './service-account.ts';
import { stray } from './stray.ts';
import { whereaboutsOf } from './whereabouts.ts';
import type { PersonDay, World } from './world.ts';
import { midnightOf } from './world.ts';

/**
 * Everything that happens by itself on one day of UTC goes into the diary. People live by their own clocks: those east of Greenwich
 * are already in tomorrow, so that what they do is never earlier than today.
 */
export function live(world: World, today: number): void {
  const { population } = world;
  const days = [today, today + 1].map((day) => ({ day, isWorkday: isWorkday(day), factor: factorOf(world, day) }));
  for (let index = 0; index < population.users; index += 1) {
    const person = population.nature(index);
    const offset = countries[person.country]?.utcOffsetHours ?? 0;
    const local = days[offset > 0 ? 1 : 0];
    if (local !== undefined) livePerson(world, person, local, midnightOf(local.day, offset));
  }
  scan(world, today);
  stray(world, today);
  work(world, today);
  administer(world, today, isWorkday(today));
  addIns(world, today, isWorkday(today));
}

const factorOf = ({ population }: World, day: number) => seasonOf(day) * tenantFactor(population.seedNumber, day);

function livePerson(
  world: World,
  nature: Nature,
  { day, isWorkday: isWorking, factor }: { day: number; isWorkday: boolean; factor: number },
  midnight: number,
): void {
  const { population, draw, firstDay } = world;
  if (nature.kind === 'dormant') return;
  draw.restart(mixAll(population.seedNumber, nature.index, day, 17));
  const joinDay = firstDay + joinsAfter(population.seedNumber, nature.index);
  const onLeave = isOnLeave(population.seedNumber, nature, day);
  const whereabouts = whereaboutsOf(population, nature, day, draw, !isWorking);
  const person: PersonDay = { nature, day, midnight, isWorkday: isWorking && !onLeave, whereabouts };
  if (nature.kind === 'service') return serve(world, person);
  if (nature.kind === 'test') return tryOut(world, person);
  if (joinDay === day && day > firstDay) return join(world, person);
  // Whoever would join after the last day was there all the time; of the others nothing is known before.
  if (joinDay > day && joinDay < firstDay + world.days) return;
  const share = person.isWorkday ? factor : rates.offDayShare * factor;
  liveEveryday(world, person, share);
  makeMistakes(world, person, share);
  changePhone(world, person);
  if (!onLeave) letPasswordExpire(world, person);
  // Last, because it is left out if nobody wants the log.
  readOwnMail(world, person, share);
}
