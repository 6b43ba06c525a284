import { isAbsolute, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { adviceKinds } from '../sigma/index.ts';
import type { LintFinding } from './lint-finding.ts';

const levels = { error: 'error', warning: 'warning', advice: 'note' } as const;

const descriptions: Readonly<Record<string, string>> = {
  'rule-invalid': 'A rule that cannot be read, linked or compiled',
  'path-unreadable': 'A rule file that cannot be read',
  ...adviceKinds,
};

/** The findings as a SARIF 2.1.0 log, which code hosts show beside the lines. Paths are relative to the working folder. */
export function sarifOf(findings: readonly LintFinding[], version: string): unknown {
  const kinds = [...new Set(findings.map(({ kind }) => kind))].toSorted();
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'snowfence',
            version,
            rules: kinds.map((id) => ({ id, shortDescription: { text: descriptions[id] ?? id } })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: findings.map(({ level, kind, message, hint, place: { file, line, column } }) => ({
          ruleId: kind,
          ruleIndex: kinds.indexOf(kind),
          level: levels[level],
          message: { text: `${message}. ${hint}` },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: uriOf(file ?? '') },
                region: { startLine: line ?? 1, startColumn: column ?? 1 },
              },
            },
          ],
        })),
      },
    ],
  };
}

/** Inside the working folder relative to it, else whole. */
function uriOf(file: string): string {
  const way = relative('.', file);
  if (way.startsWith('..') || isAbsolute(way)) return pathToFileURL(resolve(file)).href;
  return way.split(sep).map(encodeURIComponent).join('/');
}
