import type { Directory } from './directory.ts';
import type { Findings } from './findings.ts';
import type { User } from './object.ts';

/** What an audit names of a tenant that is well kept, and why the tenant lives with it. */
export function accept(directory: Directory, findings: Findings, people: () => Iterable<User>): void {
  void directory;
  void findings;
  void people;
}
