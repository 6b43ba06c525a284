import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { exampleEvidence } from './example-evidence.ts';
import { exampleReadme } from './example-readme.ts';
import type { WrittenFile } from './format/format.ts';
import { midnightBlizzard } from './scenario/midnight-blizzard.ts';

/** Everything in the folder `examples/`: the evidence, which records are the attacker's, and what the folder is. */
export function exampleFiles(): WrittenFile[] {
  const scenario = midnightBlizzard();
  return [
    { name: 'README.md', bytes: Buffer.from(exampleReadme) },
    { name: 'truth.json', bytes: Buffer.from(`${JSON.stringify(scenario.truth, null, 2)}\n`) },
    ...exampleEvidence(scenario).map(({ name, bytes }) => ({ name: `evidence/${name}`, bytes })),
  ];
}

/** Writes the examples anew; what else is in `evidence/` goes. */
export async function writeExamples(folder: string): Promise<void> {
  await rm(join(folder, 'evidence'), { recursive: true, force: true });
  for (const { name, bytes } of exampleFiles()) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
  }
}
