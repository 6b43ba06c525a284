import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exampleReadme } from './example-readme.ts';
import { midnightBlizzard } from './scenario/midnight-blizzard.scenario.ts';
import { mixedFormat, simulate } from './scenario/simulate.ts';

/** What `snowfence simulate --out DIR --format mixed --users 20 --days 61 --activity 1` does. */
const exampleOptions = {
  scenarios: [midnightBlizzard],
  parameters: {},
  without: [],
  format: mixedFormat,
  users: 20,
  firstDay: '2023-11-13',
  days: 61,
  activity: 1,
  seed: '1',
  directory: true,
} as const;

/** Writes the folder `examples/` anew: what the simulation makes with these options, and what it is. What was in it goes. */
export async function writeExamples(folder: string): Promise<void> {
  const fresh = `${folder.replace(/[/\\]+$/, '')}.new`;
  await rm(fresh, { recursive: true, force: true });
  await simulate({ ...exampleOptions, out: fresh });
  await writeFile(join(fresh, 'README.md'), exampleReadme);
  await rm(folder, { recursive: true, force: true });
  await rename(fresh, folder);
}
