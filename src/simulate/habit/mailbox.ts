import { ownMailCode } from './deed.ts';
import { rates } from './rate.ts';
import { carrierSource } from './whereabouts.ts';
import type { PersonDay, World } from './world.ts';
import { momentBetween, workHours } from './world.ts';

/** Positions in the list of programs that mail is read with. */
const [outlook, web, phone] = [0, 1, 2];
const messagesAtMost = 5;

/** People read their mail, as Exchange writes it down: a few messages, or a folder that Outlook took as a whole. */
export function readOwnMail(world: World, person: PersonDay, share: number): void {
  const { draw, diary } = world;
  const { nature, whereabouts } = person;
  if (!world.logs.has('unifiedAudit')) return;
  const count = draw.count(((rates.mailPerWorkday * world.activity) / rates.signInsPerWorkday) * share);
  for (let number = 0; number < count; number += 1) {
    const folder = draw.chance(0.8) ? 0 : draw.below(4);
    const isOnPhone = nature.phoneMail !== -1 && draw.chance(0.4);
    const messages = 1 + draw.below(messagesAtMost);
    if (isOnPhone) {
      const source = draw.chance(rates.phoneOnCarrier) ? carrierSource(whereabouts, draw) : whereabouts.rest;
      const time = momentBetween(person, draw, 7, 22.5);
      diary.add(time, nature.index, ownMailCode(messages, folder, phone), source, draw.bits());
      continue;
    }
    const isOutlook = draw.chance(0.75);
    const code = isOutlook
      ? ownMailCode(draw.chance(rates.mailSynced) ? 0 : messages, folder, outlook)
      : ownMailCode(messages, folder, web);
    const time = momentBetween(person, draw, nature.startHour, nature.startHour + workHours);
    diary.add(time, nature.index, code, whereabouts.work, draw.bits());
  }
}
