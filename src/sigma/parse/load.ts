import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Fault } from '../../shape/fault.ts';
import { limits } from './limits.ts';
import type { ParseOptions } from './parse-item.ts';
import { linkRules, type RuleSet } from './link-rules.ts';
import { type Documents, parseDocuments } from './parse-rules.ts';
import { ruleFault } from './rule-fault.ts';

/** The folder with the rules that belong to the package. */
export function shippedRulesDirectory(): string {
  return fileURLToPath(new URL('../../../content/detection', import.meta.url));
}

/**
 * Reads all rules, correlations and filters of the given files and of the `.yml` and `.yaml` files below the given
 * folders: paths in the order given, files of a folder sorted. A detection name that is taken already gets `-2`, `-3` ...
 * Faults of single files (`rule-invalid`, `path-unreadable`) are collected.
 *
 * @throws Fault `path-missing` if a given path is not there.
 */
export function loadRules(paths: readonly string[], options: ParseOptions = {}): RuleSet {
  const found: Documents = { rules: [], correlations: [], filters: [], faults: [] };
  const names = new Set<string>();
  for (const file of findFiles(paths, found.faults)) {
    const text = readText(file, found.faults);
    if (text === undefined) continue;
    const parsed = parseDocuments(text, file, options);
    found.faults.push(...parsed.faults);
    found.filters.push(...parsed.filters);
    for (const rule of parsed.rules) found.rules.push({ ...rule, detection: freeName(rule.detection, names) });
    for (const correlation of parsed.correlations) {
      found.correlations.push({ ...correlation, detection: freeName(correlation.detection, names) });
    }
  }
  return linkRules(found);
}

/** The Sigma documents of one text, such as a file that is not on disk. `file` is named in faults. */
export function parseRules(text: string, file: string, options: ParseOptions = {}): RuleSet {
  return linkRules(parseDocuments(text, file, options));
}

function readText(file: string, faults: Fault[]): string | undefined {
  try {
    if (statSync(file).size <= limits.fileBytes) return readFileSync(file, 'utf8');
    faults.push(ruleFault('the file is too large', { file }, `At most ${limits.fileBytes} bytes are read; split it.`));
  } catch (error) {
    faults.push(unreadable(file, error));
  }
  return undefined;
}

function freeName(wanted: string, names: Set<string>): string {
  let name = wanted;
  for (let number = 2; names.has(name); number += 1) name = `${wanted}-${number}`;
  names.add(name);
  return name;
}

function findFiles(paths: readonly string[], faults: Fault[]): string[] {
  const files: string[] = [];
  const seen = new Set<string>();
  for (const path of paths) {
    if (lstatSync(path, { throwIfNoEntry: false }) === undefined) {
      throw new Fault('path-missing', `there is no ${path}`, { hint: 'Give a rule file or a folder with rules.' });
    }
    walk(path, true);
  }
  return files;

  /** Links are followed, but no folder or file is taken twice, so that a loop ends. */
  function walk(path: string, isGiven: boolean): void {
    try {
      const real = realpathSync(path);
      if (seen.has(real)) return;
      const entry = statSync(real);
      if (entry.isDirectory()) {
        seen.add(real);
        for (const name of readdirSync(path).toSorted()) walk(join(path, name), false);
      } else if (entry.isFile() && (isGiven || /\.ya?ml$/i.test(path))) {
        seen.add(real);
        if (files.length >= limits.files)
          throw ruleFault('there are too many rule files', { file: path }, 'Give a smaller folder.');
        files.push(path);
      }
    } catch (error) {
      if (error instanceof Fault) throw error;
      faults.push(unreadable(path, error));
    }
  }
}

function unreadable(file: string, cause: unknown): Fault {
  const hint = 'Check that it is there and that you may read it.';
  return new Fault('path-unreadable', 'this path cannot be read', { place: { file }, hint, cause });
}
