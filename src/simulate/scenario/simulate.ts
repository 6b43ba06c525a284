import { mkdir, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Fault } from '../../shape/fault.ts';
import type { StageId } from '../../shape/story.ts';
import { makeDirectories } from '../directory/make-directories.ts';
import type { PathTruth, PostureTruth } from '../directory/posture-truth.ts';
import { WatchedTenant } from '../directory/watched-tenant.ts';
import { forgottenTenant, type LessonId, neededBy } from '../directory/weakness/lesson.ts';
import { writeDirectory } from '../directory/write-directory.ts';
import type { WrittenFile } from '../format/format.ts';
import { rates } from '../habit/rate.ts';
import type { Population } from '../population/population.ts';
import { populate } from '../population/population.ts';
import { bundles, formatsFor } from '../stream/bundle.ts';
import type { Written } from '../stream/write-tenant.ts';
import { writeTenant } from '../stream/write-tenant.ts';
import { testTenant } from '../tenant.ts';
import { tellAttacks, usesTestTenant } from './attack.ts';
import type { Intrusion, LogName } from './evidence.ts';
import type { Parameters } from './parameter.ts';
import type { Scenario } from './scenario.ts';
import { writeMixed } from './write-mixed.ts';
import type { Part, TenantOptionsOf, WrittenParts } from './written-parts.ts';
import { onlyWritten, toldNames } from './written-parts.ts';

export interface SimulateOptions {
  /** A folder that is empty or not there. */
  readonly out: string;
  readonly scenarios: readonly Scenario[];
  /** What differs from the defaults of the scenarios. */
  readonly parameters: Partial<Parameters>;
  readonly without: readonly StageId[];
  /** `mixed`, or what `writeTenant` takes. */
  readonly format: string;
  readonly users: number;
  /** `YYYY-MM-DD` */
  readonly firstDay: string;
  /** At least as many as the scenarios need. */
  readonly days: number;
  /** Mean number of sign-ins of a person on a working day; applications are as busy in proportion. */
  readonly activity: number;
  readonly seed: string;
  /** Whether the directory is written as well; it is unless this is false. */
  readonly directory?: boolean;
  /** Lessons of which the production tenant has the weaknesses; without it those that the intrusions needed. */
  readonly weak?: readonly LessonId[] | undefined;
  readonly signal?: AbortSignal | undefined;
  /** After each day of a tenant. */
  readonly onProgress?: (tenant: string, daysDone: number) => void;
}

/** What was written; `truth.json` holds this and the options that tell how. */
export interface Simulation {
  readonly tenants: readonly SimulatedTenant[];
  readonly files: number;
  readonly bytes: number;
  /** Of the logs; each record counts once, in however many files it is. */
  readonly records: number;
  readonly intrusions: readonly Intrusion[];
  /** What an audit of the directories has to find, and which paths lead through them; not there without directories. */
  readonly posture?: PostureTruth;
  readonly paths?: PathTruth;
}

interface SimulatedTenant {
  readonly id: string;
  readonly domain: string;
  readonly users: number;
  readonly records: number;
}

export const mixedFormat = 'mixed';

/** Names that `format` can be; several with commas fill each other's gaps. */
export const formatNames: readonly string[] = [...bundles.map(({ name }) => name), mixedFormat];

/**
 * Writes the logs of an invented tenant into `out/evidence`, and `out/truth.json` about what of it is an intruder's. The same
 * options give the same bytes. The folder has its name only when all is written.
 *
 * @throws Fault `path-unreadable` if the folder is not empty or cannot be written, `path-missing` for an unknown format,
 *   `memory-exhausted` if it is too much for the format mixed, `disk-full`, `interrupted`.
 */
export async function simulate(options: SimulateOptions): Promise<Simulation> {
  const out = resolve(options.out);
  if (options.format !== mixedFormat) formatsFor(options.format);
  await requireEmpty(out);
  const partial = join(dirname(out), `.${basename(out)}.partial`);
  try {
    await rm(partial, { recursive: true, force: true });
    await mkdir(partial, { recursive: true });
    const simulation = await writeInto(partial, options);
    await rmdir(out).catch(() => undefined);
    await rename(partial, out);
    return simulation;
  } catch (error) {
    await rm(partial, { recursive: true, force: true }).catch(() => undefined);
    throw toFault(error, out);
  }
}

async function writeInto(folder: string, options: SimulateOptions): Promise<Simulation> {
  const { format, seed, users, firstDay, days, activity, scenarios } = options;
  const population = withFewerApplications(populate({ users, seed, firstDay }), activity);
  const testPopulation = testPopulationOf(options);
  const attacks = tellAttacks({ ...options, population, testPopulation });
  const partOf = (population: Population, rest: Pick<Part, 'told' | 'effects' | 'weak'>): Part => ({
    population,
    watched: (options.directory ?? true) ? new WatchedTenant(population, firstDay, days) : undefined,
    ...rest,
  });
  const parts = [
    partOf(population, {
      told: attacks.production,
      effects: attacks.productionEffects,
      weak: options.weak ?? neededBy(scenarios.map(({ name }) => name)),
    }),
  ];
  if (testPopulation !== undefined)
    parts.push(partOf(testPopulation, { told: attacks.test, effects: attacks.testEffects, weak: forgottenTenant }));
  const evidence = join(folder, 'evidence');
  const optionsOf: TenantOptionsOf = (part) => ({
    firstDay,
    days,
    activity: part.population === testPopulation ? activity * testTenantShare : activity,
    population: part.population,
    watch: part.watched,
    onProgress({ daysDone }) {
      if (options.signal?.aborted === true)
        throw new Fault('interrupted', 'stopped on request', { hint: 'Nothing was kept: run the same command again.' });
      options.onProgress?.(part.population.domain, daysDone);
    },
  });
  const write = format === mixedFormat ? writeMixed : writePlain;
  const written = await write(evidence, parts, optionsOf, format);
  const tenants = parts.map(({ population: { tenantId: id, domain, users: size } }, index) => ({
    id,
    domain,
    users: size,
    records: written.records[index] ?? 0,
  }));
  const simulation = {
    tenants,
    files: written.files,
    bytes: written.bytes,
    records: tenants.reduce((sum, { records }) => sum + records, 0),
    intrusions: attacks.intrusions.map((intrusion) => onlyWritten(intrusion, written.told)),
    ...written.directories,
  };
  const truth = { seed, format, activity, firstDay, days, users, scenarios: scenarios.map(({ name }) => name) };
  await writeFile(join(folder, 'truth.json'), `${JSON.stringify({ ...truth, ...simulation }, undefined, 2)}\n`);
  return simulation;
}

/** Hardly anybody works in a test tenant any more. */
const testTenantShare = 0.1;

/** Each tenant in one format, in a folder of its own. */
async function writePlain(
  evidence: string,
  parts: readonly Part[],
  optionsOf: TenantOptionsOf,
  format: string,
): Promise<WrittenParts> {
  const formats = formatsFor(format);
  const written: Written[] = [];
  const told = new Set<string>();
  for (const part of parts) {
    const out = join(evidence, part.population.domain);
    written.push(await writeTenant({ ...optionsOf(part), out, format }, part.told));
    const isCarried = (log: LogName, records: readonly never[]) => {
      const writer = formats[log]?.[log] as ((records: readonly never[]) => readonly WrittenFile[]) | undefined;
      return (writer?.(records).length ?? 0) > 0;
    };
    for (const name of toldNames(part.told, isCarried)) told.add(name);
  }
  const directories = makeDirectories(parts);
  for (const [index, { folder, files }] of directories.exports.entries())
    written.push({
      records: 0,
      ...(await writeDirectory(join(evidence, parts[index]?.population.domain ?? '', folder), files)),
    });
  return {
    records: written.slice(0, parts.length).map(({ records }) => records),
    files: written.reduce((sum, { files }) => sum + files, 0),
    bytes: written.reduce((sum, { bytes }) => sum + bytes, 0),
    told,
    directories: directories.truth,
  };
}

/** Applications do less where people do less, and where there are few people there are few applications. */
function withFewerApplications(population: Population, activity: number): Population {
  const workloads = population.workloads.slice(0, Math.max(2, Math.ceil(population.users / 10))).map((workload) => ({
    ...workload,
    runsPerDay: Math.max(1, Math.round((workload.runsPerDay * activity) / rates.signInsPerWorkday)),
  }));
  return { ...population, withoutMfa: population.withoutMfa, workloads, applications: workloads };
}

function testPopulationOf({
  scenarios,
  parameters,
  seed,
  firstDay,
  activity,
}: SimulateOptions): Population | undefined {
  const sizes = scenarios.flatMap((scenario) =>
    usesTestTenant(scenario, parameters) ? [parameters.testTenantUsers ?? scenario.defaults.testTenantUsers ?? 0] : [],
  );
  if (sizes.length === 0) return undefined;
  const { id: tenantId, domain } = testTenant;
  const population = populate({ users: Math.max(...sizes), seed: `${seed} test`, tenantId, domain, firstDay });
  return withFewerApplications(population, activity * testTenantShare);
}

async function requireEmpty(out: string): Promise<void> {
  const names = await readdir(out).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw toFault(error, out);
  });
  if (names.length === 0) return;
  throw new Fault('path-unreadable', 'the folder is not empty, and nothing is overwritten', {
    place: { file: out },
    hint: 'Give a new folder with --out.',
  });
}

const refusals = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'EISDIR', 'EEXIST', 'ENOTEMPTY']);

function toFault(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new Fault('disk-full', 'the disk is full', {
      place: { file },
      hint: 'Free some space, or write fewer users or days.',
      cause: error,
    });
  if (typeof code === 'string' && refusals.has(code))
    return new Fault('path-unreadable', 'the folder cannot be written', {
      place: { file },
      hint: 'Choose a folder that you may write to.',
      cause: error,
    });
  return error;
}
