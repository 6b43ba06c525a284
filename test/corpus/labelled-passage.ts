import { readFileSync } from 'node:fs';
import { findPasswords } from '../../src/secret/prose/find-passwords.ts';

/** A passage of a mail and what is secret in it. */
export interface Passage {
  readonly id: string;
  readonly lang: string;
  readonly form: string;
  readonly text: string;
  readonly secrets: readonly {
    readonly value: string;
    readonly kind: string;
    readonly account?: string;
    readonly system?: string;
  }[];
}

/** What was found among a group of passages. A hit counts if the value is exact. */
export interface Score {
  right: number;
  wrong: number;
  missed: number;
  /** Of the right ones. */
  kindRight: number;
  /** Of the right ones whose passage names an account. */
  accountRight: number;
  accountWrong: number;
  /** Said to have an account although the passage names none. */
  accountInvented: number;
  /** Of the right ones whose passage names a system. */
  systemRight: number;
  systemWrong: number;
  /** Ids of passages with something wrong or missed, and the number of the secrets. */
  readonly complaints: string[];
}

export function readPassages(file: URL): Passage[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Passage);
}

/** Scores by a property of the passages, and `all`. */
export function scoreBy(passages: readonly Passage[], property: 'lang' | 'form'): Map<string, Score> {
  const scores = new Map<string, Score>([['all', emptyScore()]]);
  for (const passage of passages) {
    const own = scores.get(passage[property]) ?? emptyScore();
    scores.set(passage[property], own);
    for (const score of [own, scores.get('all')]) if (score !== undefined) add(score, passage);
  }
  return scores;
}

export const recallOf = ({ right, missed }: Score): number => (right + missed === 0 ? 1 : right / (right + missed));
export const precisionOf = ({ right, wrong }: Score): number => (right + wrong === 0 ? 1 : right / (right + wrong));

function emptyScore(): Score {
  return {
    right: 0,
    wrong: 0,
    missed: 0,
    kindRight: 0,
    accountRight: 0,
    accountWrong: 0,
    accountInvented: 0,
    systemRight: 0,
    systemWrong: 0,
    complaints: [],
  };
}

function add(score: Score, passage: Passage): void {
  const expected = [...passage.secrets];
  for (const hit of findPasswords(passage.text)) {
    const index = expected.findIndex(({ value }) => value === hit.value);
    const secret = expected[index];
    if (secret === undefined) {
      score.wrong += 1;
      score.complaints.push(`${passage.id} wrong`);
      continue;
    }
    expected.splice(index, 1);
    score.right += 1;
    if (secret.kind === hit.kind) score.kindRight += 1;
    if (secret.account === undefined) score.accountInvented += Number(hit.account !== undefined);
    else if (secret.account === hit.account) score.accountRight += 1;
    else score.accountWrong += 1;
    if (secret.system !== undefined && secret.system === hit.host) score.systemRight += 1;
    else if (secret.system !== undefined) score.systemWrong += 1;
  }
  score.missed += expected.length;
  for (const _ of expected) score.complaints.push(`${passage.id} missed`);
}
