import type { FamilyName } from '../population/client.ts';
import { clientCode, familyOf } from '../population/client.ts';
import { mixAll } from '../population/draw.ts';
import type { Source } from '../population/network.ts';
import { hosts, networkKinds, sourceOf } from '../population/network.ts';
import type { Nature } from '../population/person.ts';
import type { Population } from '../population/population.ts';
import { form, signInCode, unknownMachine } from './deed.ts';
import { outcome } from './outcome.ts';
import { rates } from './rate.ts';
import type { UseName } from './target-application.ts';
import { use } from './target-application.ts';
import type { PersonDay, World } from './world.ts';
import { hourMs, momentBetween } from './world.ts';

const programs: readonly [FamilyName, UseName, number][] = [
  ['pythonRequests', 'azurePowerShell', form.passwordFlow],
  ['okHttp', 'exchange', form.passwordFlow],
  ['oldMailProtocol', 'exchange', form.imap],
  ['oldMailProtocol', 'exchange', form.smtp],
  ['goHttp', 'azureCli', form.passwordFlow],
];

/** A program that signs in with a password day and night, always from the same address. */
export function serve(world: World, person: PersonDay): void {
  const { draw, diary, population } = world;
  const { nature, day } = person;
  const [family, useName, formNumber] =
    programs[mixAll(population.seedNumber, nature.index, 11) % programs.length] ?? programs[0] ?? noProgram();
  const client = clientCode(familyOf(family), day, nature.daysLate + 90);
  const source = serverOf(population, nature);
  const sinceChange =
    (day + (mixAll(population.seedNumber, nature.index, 12) % rates.servicePasswordDays)) % rates.servicePasswordDays;
  const wrongFrom = person.midnight + draw.between(9, 15) * hourMs;
  const wrongUntil = sinceChange === 0 ? wrongFrom + draw.between(0.5, 8) * hourMs : 0;
  const count = draw.count((rates.serviceSignInsPerDay * world.activity) / rates.signInsPerWorkday);
  for (let number = 0; number < count; number += 1) {
    const time = momentBetween(person, draw, (number * 24) / count, ((number + 0.2) * 24) / count);
    const isWrong = time >= wrongFrom && time < wrongUntil;
    const result = isWrong ? outcome.wrongPassword : outcome.plain;
    diary.add(
      time,
      nature.index,
      signInCode(client, result, use[useName], formNumber, unknownMachine),
      source,
      draw.bits(),
    );
  }
}

/** Machines in the server room of the first office, or rented ones. */
function serverOf(population: Population, nature: Nature): Source {
  const [office] = population.offices.offices;
  if (nature.index % 2 === 0 && office !== undefined) return office.source;
  const [hosting] = networkKinds.hosting;
  return sourceOf(population.offices.countries[0] ?? 0, hosting, 0, hosts.people.first + nature.index);
}

/** Accounts for trials: almost forgotten, used now and then from the office. */
export function tryOut(world: World, person: PersonDay): void {
  const { draw, diary } = world;
  const { nature, day, whereabouts } = person;
  if (!person.isWorkday || !draw.chance(0.1)) return;
  const time = momentBetween(person, draw, nature.startHour, nature.startHour + 8);
  const client = clientCode(nature.computerBrowser, day, nature.daysLate);
  const code = (result: number) => signInCode(client, result, use.azurePortal, form.interactive, unknownMachine);
  if (draw.chance(0.12))
    diary.add(time - 30_000, nature.index, code(outcome.wrongPassword), whereabouts.work, draw.bits());
  diary.add(time, nature.index, code(nature.hasMfa ? outcome.given : outcome.plain), whereabouts.work, draw.bits());
}

function noProgram(): never {
  throw new RangeError('no program');
}
