import type { PathSet } from '../case/find-paths.ts';
import type { Path } from '../privilege/path.ts';
import { harmless } from './terminal.ts';
import { amountText, countText } from './wording.ts';

/** Paths that a person reads on a terminal. */
const shownAtMost = 20;

/** Words for the types of nodes, as they are counted. */
const typeWords: Readonly<Record<string, string>> = {
  user: 'user',
  group: 'group',
  servicePrincipal: 'service principal',
  application: 'application registration',
  role: 'directory role',
  mailbox: 'mailbox',
  external: 'stranger',
  'exchange-group': 'role group of Exchange',
};

const typeWord = (type: string): string => typeWords[type] ?? type;

/** How many reach an end, or what one reaches, and the paths, the best first. */
export function pathSetLines(set: PathSet): string[] {
  const { name, direction, counts, paths } = set;
  const who = Object.entries(counts)
    .filter(([type]) => direction === 'from' || ['user', 'servicePrincipal', 'external'].includes(type))
    .map(([type, count]) =>
      type in typeWords ? amountText(count, typeWord(type), plural(type)) : `${countText(count)} × ${typeWord(type)}`,
    );
  const what = harmless(name);
  const isOne = Object.values(counts).reduce((sum, count) => sum + count, 0) <= 1;
  const head =
    direction === 'to'
      ? `${listed(who)} ${isOne || who.length === 0 ? 'reaches' : 'reach'} ${what}`
      : `${what} reaches ${listed(who)}`;
  return [head, ...paths.slice(0, shownAtMost).flatMap(pathLines), ...moreLine(paths.length)];
}

function plural(type: string): string {
  return type === 'mailbox'
    ? 'mailboxes'
    : type === 'exchange-group'
      ? 'role groups of Exchange'
      : `${typeWord(type)}s`;
}

function listed(parts: readonly string[]): string {
  return parts.length === 0 ? 'nobody in the exports' : parts.join(', ');
}

function moreLine(count: number): string[] {
  return count <= shownAtMost ? [] : [`  ${amountText(count - shownAtMost, 'more path')}: see --json`];
}

function pathLines({ fromName, toName, cost, steps }: Path): string[] {
  return [
    '',
    `  cost ${cost}  ${harmless(fromName)} to ${harmless(toName)}`,
    ...steps.map(
      (step) => `    ${harmless(step.fromName)} → ${harmless(step.toName)}: ${step.edge} (${harmless(step.because)})`,
    ),
  ];
}

/** The edges to remove first. */
export function cutLines({ cuts, name }: PathSet): string[] {
  if (cuts.length === 0) return [];
  return [
    '',
    `  To cut off most from ${harmless(name)}, remove in this order:`,
    ...cuts.map(
      ({ edge, fromName, toName, principals }) =>
        `    ${harmless(fromName)} → ${harmless(toName)} (${edge}): ${amountText(principals, 'principal')} less`,
    ),
  ];
}
