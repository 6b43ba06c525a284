import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** One file of the repository that somebody wrote. */
export interface SourceFile {
  /** From the root of the repository, with `/`. */
  readonly path: string;
  readonly text: string;
  /** What it imports, as written, of all kinds: static, dynamic, types, exports from elsewhere. */
  readonly imports: readonly string[];
  /** The first folder below `src`; empty for files directly in it and elsewhere. */
  readonly room: string;
}

/** All files below a folder of the repository with one of these endings, sorted; none if the folder is not there. */
export function filesBelow(folder: string, endings: readonly string[]): SourceFile[] {
  let entries: string[];
  try {
    entries = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  } catch {
    return [];
  }
  return entries
    .filter((name) => endings.some((ending) => name.endsWith(ending)))
    .toSorted()
    .map((name) => {
      const text = readFileSync(join(root, folder, name), 'utf8');
      const steps = name.split(sep);
      const room = folder === 'src' && steps.length > 1 ? (steps[0] ?? '') : '';
      return { path: `${folder}/${steps.join('/')}`, text, imports: importsOf(text), room };
    });
}

const importPattern = /\b(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]/g;

/** Names of modules in the text, without those that only a comment mentions. */
export function importsOf(text: string): string[] {
  const code = text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');
  return [...code.matchAll(importPattern)].map(([, from, bare]) => from ?? bare ?? '');
}

/** The file of the repository that an import means; undefined if it is a package. */
export function targetOf(file: SourceFile, name: string): string | undefined {
  if (!name.startsWith('.')) return undefined;
  return relative(root, resolve(join(root, dirname(file.path)), name))
    .split(sep)
    .join('/');
}
