import { readdir, readFile, stat } from 'node:fs/promises';
import { Fault } from '../../shape/fault.ts';
import type { Directive } from './directive.ts';
import { readDirective } from './read-directive.ts';

const folder = new URL('../../../content/directive/', import.meta.url);

/** Far above what a directive needs. */
const mostBytes = 1_000_000;

/** Ids of the directives that we ship, sorted. */
export async function shippedDirectives(): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml'));
  return names.map((name) => name.slice(0, -'.yaml'.length)).toSorted();
}

/**
 * The directive with this id among those that we ship, or in this file.
 *
 * @throws Fault `directive-unknown`, `directive-invalid`, `path-unreadable`.
 */
export async function findDirective(idOrFile: string): Promise<Directive> {
  const shipped = await shippedDirectives();
  if (shipped.includes(idOrFile)) {
    return readDirective(await readFile(new URL(`${idOrFile}.yaml`, folder), 'utf8'), `${idOrFile}.yaml`);
  }
  const entry = await stat(idOrFile).catch(() => undefined);
  if (entry === undefined || !entry.isFile()) {
    throw new Fault('directive-unknown', `there is no directive "${idOrFile}"`, {
      hint: `Give one of ${shipped.join(', ')}, or a file; content/directive/README.md says what stands in it.`,
    });
  }
  if (entry.size > mostBytes) {
    throw new Fault('directive-invalid', 'the file is too large for a directive', {
      place: { file: idOrFile },
      hint: 'Give a YAML file as content/directive/README.md describes it.',
    });
  }
  try {
    return readDirective(await readFile(idOrFile, 'utf8'), idOrFile);
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw new Fault('path-unreadable', 'the file cannot be read', {
      place: { file: idOrFile },
      hint: 'Give a file that you may read.',
      cause: error,
    });
  }
}
