import { mixAll } from '../population/draw.ts';
import { Random } from '../random.ts';
import type { Place } from '../scenario/place.ts';
import type { Person } from '../population/population.ts';
import { registerSecurityInfo, resetPassword, addUser } from '../scenario/change-of-user.ts';
import type { Change } from '../scenario/make-audit.ts';
import { directoryAudit, userTarget } from '../scenario/make-audit.ts';
import { unifiedDirectoryAudit } from '../scenario/make-unified-audit.ts';
import type { Told } from './agenda.ts';
import { toldCode } from './deed.ts';
import type { World } from './world.ts';

/** Changes of the directory are few, so each record is made as a whole, for those of the two logs that are wanted. */
export function tellChange({ population, diary, logs, watch }: World, change: Change): void {
  watch?.changed(change);
  const target = change.targets[0]?.id ?? '';
  const random = new Random(`${population.seed} ${change.operation} ${change.time} ${target}`);
  const audit = directoryAudit(random, change);
  const told: Told[] = [];
  if (logs.has('directoryAudit')) told.push({ log: 'directoryAudit', record: audit });
  if (logs.has('unifiedAudit'))
    told.push({ log: 'unifiedAudit', record: unifiedDirectoryAudit(audit, population.tenantId, random.uuid()) });
  diary.tell(Date.parse(change.time), told, toldCode);
}

export const instantOf = (time: number) => new Date(time).toISOString();

/** Who does such work today, at their usual place. */
export function adminFor({ population }: World, number: number): { account: Person; place: Place } {
  const { admins } = population;
  const index = admins[mixAll(population.seedNumber, number) % admins.length] ?? 0;
  const account = population.person(index);
  return { account, place: account.office };
}

export const isWanted = ({ logs, watch }: World): boolean =>
  watch !== undefined || logs.has('directoryAudit') || logs.has('unifiedAudit');

/** The service desk gives somebody a new password. */
export function resetPasswordOf(world: World, index: number, time: number): void {
  if (!isWanted(world)) return;
  const by = adminFor(world, index);
  tellChange(world, resetPassword(world.population.person(index), { time: instantOf(time), by }));
}

export function changeOwnPassword(world: World, index: number, time: number): void {
  if (!isWanted(world)) return;
  const account = world.population.person(index);
  tellChange(world, {
    time: instantOf(time),
    by: { account, place: account.office },
    category: 'UserManagement',
    operation: 'Change user password',
    operationType: 'Update',
    effect: { kind: 'password', account },
    targets: [userTarget(account)],
  });
}

export function enrolFactor(world: World, index: number, time: number, place: Place): void {
  if (!isWanted(world)) return;
  const account = world.population.person(index);
  tellChange(world, registerSecurityInfo(account, { time: instantOf(time), by: { account, place } }));
}

export function createUser(world: World, index: number, time: number): void {
  if (!isWanted(world)) return;
  const account = world.population.person(index);
  tellChange(world, addUser(account, { time: instantOf(time), by: adminFor(world, index) }));
}
