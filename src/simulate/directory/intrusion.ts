import type { Directory } from './directory.ts';
import type { DatedEffect } from './effect.ts';
import type { Findings } from './findings.ts';

/** What of an intruder's work an audit has to find. */
export function tellIntrusion(directory: Directory, findings: Findings, effects: readonly DatedEffect[]): void {
  void directory;
  void findings;
  void effects;
}
