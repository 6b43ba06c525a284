import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** What the incident teaches about a tenant's configuration; checks test it. */
export interface Lesson {
  readonly id: string;
  readonly title: string;
  /** What a tenant is asked. */
  readonly question: string;
  readonly lesson: string;
  /** Public page that teaches it. */
  readonly source: string;
}

let lessons: readonly Lesson[] | undefined;

/** The lessons of `content/lesson/midnight-blizzard.yml`, in their order. */
export function readLessons(): readonly Lesson[] {
  lessons ??= parse(
    readFileSync(new URL('../../content/lesson/midnight-blizzard.yml', import.meta.url), 'utf8'),
  ) as readonly Lesson[];
  return lessons;
}
