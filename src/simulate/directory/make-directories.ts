import { accept } from './accepted.ts';
import type { Directory } from './directory.ts';
import type { DatedEffect } from './effect.ts';
import { type DirectoryFile, filesOf } from './files-of.ts';
import { Findings } from './findings.ts';
import { tellIntrusion } from './intrusion.ts';
import type { DirectoryTruth } from './posture-truth.ts';
import type { WatchedTenant } from './watched-tenant.ts';
import type { Ground } from './weakness/ground.ts';
import { plants } from './weakness/index.ts';
import { type LessonId, lessonIds } from './weakness/lesson.ts';

export interface DirectoryExport {
  /** Where it is put; the name says when it was made. */
  readonly folder: string;
  readonly files: readonly DirectoryFile[];
}

interface Source {
  readonly watched?: WatchedTenant | undefined;
  readonly effects: readonly DatedEffect[];
  readonly weak: readonly LessonId[];
}

/** The directories of tenants whose logs have been written, with what is weak in them; nothing of those that nobody watched. */
export function makeDirectories(sources: readonly Source[]): {
  readonly exports: readonly DirectoryExport[];
  readonly truth: DirectoryTruth;
} {
  const made = sources.flatMap(({ watched, effects, weak }) => {
    if (watched === undefined) return [];
    const directory = watched.directory(effects);
    const findings = new Findings(directory.tenantId);
    const ground = groundOf(directory, findings, weak);
    for (const lesson of lessonIds) if (weak.includes(lesson)) plants[lesson](ground);
    tellIntrusion(
      directory,
      findings,
      effects,
      sources.flatMap((source) => source.effects),
    );
    accept(directory, findings, () => watched.people(directory));
    return { directory, findings, watched };
  });
  if (made.length === 0) return { exports: [], truth: {} };
  return {
    exports: made.map(({ directory, watched }) => ({
      // To the second, as collectors name their folders, because no answer of Graph says when it was given.
      folder: `directory/${directory.clock.ago(0).slice(0, 19).replaceAll(':', '')}`,
      files: filesOf(directory, () => watched.people(directory)),
    })),
    truth: {
      posture: {
        planted: made.flatMap(({ findings }) => findings.posture.planted),
        accepted: made.flatMap(({ findings }) => findings.posture.accepted),
      },
      paths: {
        planted: made.flatMap(({ findings }) => findings.paths.planted),
        nearMisses: made.flatMap(({ findings }) => findings.paths.nearMisses),
      },
    },
  };
}

function groundOf(directory: Directory, findings: Findings, weak: readonly LessonId[]): Ground {
  const { population } = directory;
  const busy = new Set(directory.roles.map(({ holder }) => holder.id));
  // From the last on, because the first ones are at the service desk.
  let next = population.users - 1;
  return {
    directory,
    findings,
    weak: new Set(weak),
    nextPerson() {
      for (; next > 0; next -= 1) {
        const { kind, hasMfa } = population.nature(next);
        if (kind !== 'employee' || !hasMfa || busy.has(population.person(next).id)) continue;
        next -= 1;
        return next + 1;
      }
      // In the smallest of tenants there are not enough people.
      next = population.users - 1;
      return next;
    },
  };
}
