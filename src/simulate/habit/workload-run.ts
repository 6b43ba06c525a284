import { dayMs } from '../population/day.ts';
import { mixAll } from '../population/draw.ts';
import type { Workload } from '../population/workload.ts';
import { secretTurn } from '../population/workload.ts';
import { graphCode, workloadCode, workloadMailCode } from './deed.ts';
import { outcome } from './outcome.ts';
import type { World } from './world.ts';
import { hourMs, minuteMs } from './world.ts';

/** A run is over before this hour, so that what it does belongs to the day of its token. */
const lastHour = 22;

/** Applications sign in with their secrets at fixed hours and do what they are for. */
export function work(world: World, day: number): void {
  const { population, draw } = world;
  for (const [number, workload] of population.workloads.entries()) {
    if (day <= workload.since) continue;
    draw.restart(mixAll(population.seedNumber, day, number, 18));
    const phase = (mixAll(population.seedNumber, number, 19) % 1_000) / 1_000;
    for (let run = 0; run < workload.runsPerDay; run += 1) {
      const hour = ((run + phase) * lastHour) / workload.runsPerDay;
      const time = Math.floor(hour * hourMs + draw.between(0, 2) * minuteMs);
      // The first run after a new secret may still have the old one.
      const isOutdated = run === 0 && secretTurn(workload, day) !== secretTurn(workload, day - 1) && draw.chance(0.4);
      if (isOutdated) signIn(world, day, number, workload, time - minuteMs, outcome.secretWrong);
      const token = signIn(world, day, number, workload, time, outcome.plain);
      request(world, day, number, workload, time, token);
      readMail(world, day, number, workload, time, token, run);
    }
  }
}

/** Gives the number of the token among the day's. */
function signIn(world: World, day: number, number: number, { source }: Workload, time: number, result: number): number {
  const { runs } = world.diary.today;
  const within = Math.max(0, time);
  runs.push({ time: within, source });
  world.diary.add(day * dayMs + within, number, workloadCode(number, result), source, runs.length - 1);
  return runs.length - 1;
}

function request(world: World, day: number, number: number, workload: Workload, time: number, token: number): void {
  const { draw, diary } = world;
  for (const path of workload.paths.keys()) {
    const pages = 1 + draw.below(3);
    for (let page = 0; page < pages; page += 1) {
      const moment = day * dayMs + time + draw.between(1, 50) * 1_000;
      diary.add(moment, number, graphCode(number, path), workload.source, token);
    }
  }
}

/** Mailboxes in turn, so that after some days everybody's was read. */
function readMail(
  world: World,
  day: number,
  number: number,
  workload: Workload,
  time: number,
  token: number,
  run: number,
): void {
  const { draw, diary, population } = world;
  if (workload.mailShare === 0 || !world.logs.has('unifiedAudit')) return;
  const count = Math.max(1, Math.round(workload.mailShare * population.users));
  const isOne = workload.mailShare * population.users < 1 && workload.kind === 'third-party';
  const start = isOne ? (population.service[0] ?? 0) : ((day * workload.runsPerDay + run) * count) % population.users;
  for (let each = 0; each < count; each += 1) {
    const moment = day * dayMs + time + minuteMs + draw.next() * 40 * minuteMs;
    const code = workloadMailCode(number, 1 + draw.below(5), draw.chance(0.7) ? 0 : draw.below(4));
    diary.add(moment, (start + each) % population.users, code, workload.source, token);
  }
}
