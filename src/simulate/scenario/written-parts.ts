import type { DirectoryTruth } from '../directory/posture-truth.ts';
import type { DatedEffect } from '../directory/effect.ts';
import type { LessonId } from '../directory/weakness/lesson.ts';
import type { WatchedTenant } from '../directory/watched-tenant.ts';
import type { Population } from '../population/population.ts';
import type { TenantOptions } from '../stream/write-tenant.ts';
import type { Evidence, Intrusion, LogName } from './evidence.ts';

/** A tenant and what was told of it. */
export interface Part {
  readonly population: Population;
  readonly told: Evidence;
  /** Without it no directory is written. */
  readonly watched?: WatchedTenant | undefined;
  /** What intruders found and made in the directory. */
  readonly effects: readonly DatedEffect[];
  /** What is planted in the directory. */
  readonly weak: readonly LessonId[];
}

export type TenantOptionsOf = (part: Part) => Omit<TenantOptions, 'out' | 'format'>;

export interface WrittenParts {
  /** Of each part, each record once. */
  readonly records: readonly number[];
  readonly files: number;
  readonly bytes: number;
  /** The told records that are in some file, by `toldNames`. */
  readonly told: ReadonlySet<string>;
  readonly directories: DirectoryTruth;
}

/** Log and id of the told records that pass; what passes is asked with lists of one record, as writers take them. */
export function toldNames(told: Evidence, passes: (log: LogName, records: readonly never[]) => boolean): string[] {
  const names = <Each>(log: LogName, records: readonly Each[], idOf: (record: Each) => string) =>
    records.filter((record) => passes(log, [record as never])).map((record) => `${log} ${idOf(record)}`);
  return [
    ...names('signIn', told.signIn, ({ id }) => id),
    ...names('directoryAudit', told.directoryAudit, ({ id }) => id),
    ...names('unifiedAudit', told.unifiedAudit, ({ Id }) => Id),
    ...names('graphActivity', told.graphActivity, ({ requestId }) => requestId),
  ];
}

/** The intrusion without the ids of records that no file has. Its stages stay, because they happened. */
export function onlyWritten(intrusion: Intrusion, told: ReadonlySet<string>): Intrusion {
  const kept = (log: LogName, ids: readonly string[]) => ids.filter((id) => told.has(`${log} ${id}`));
  return {
    ...intrusion,
    stages: intrusion.stages.map((stage) => ({
      ...stage,
      signIn: kept('signIn', stage.signIn),
      directoryAudit: kept('directoryAudit', stage.directoryAudit),
      unifiedAudit: kept('unifiedAudit', stage.unifiedAudit),
      graphActivity: kept('graphActivity', stage.graphActivity),
    })),
  };
}
