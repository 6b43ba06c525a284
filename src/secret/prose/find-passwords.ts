import type { Hit } from '../scanner.ts';
import { ownerOf } from './account.ts';
import { alikeCodes, codeAround, recoveryCodes, recoveryCodesAbove } from './code.ts';
import { isComputed } from './computed-value.ts';
import { findCues, type Cue } from './cue.ts';
import { passwordInName } from './file-name.ts';
import { pairsAfter } from './pair.ts';
import { passphraseAfter } from './passphrase.ts';
import { bareValue, promisedValue } from './promise.ts';
import { passwordsAround, type Found } from './sentence.ts';
import { cellEnd, tableAt } from './table.ts';
import { urgentCode } from './urgent-code.ts';
import { unannounced } from './unannounced.ts';
import { wirelessWords } from './vocabulary.ts';

/** Cues that end what the one before may claim. */
const borders = new Set<Cue['kind']>(['password', 'brief', 'passphrase', 'pin', 'one-time-code', 'recovery-code']);

const oneTimePassword = /password|passwort|kennwort|mot de passe|contraseña|clave|пароль/iu;

/** In longer texts, which are documents and logs rather than mails, what nothing announces is hardly ever a password. */
const unannouncedAtMost = 20_000;

/** Words that may head a column. */
const inHeadings = new Set<Cue['kind']>(['password', 'brief', 'passphrase', 'pin', 'any-key', 'any-code']);

/**
 * The passwords, PINs and codes that people wrote into a mail in their own words, in the order of the text, with whose they are and
 * what they open where the mail says so. Reads the text once for announcing words and then only around those.
 */
export function findPasswords(text: string): Hit[] {
  const cues = findCues(text);
  const found = cues.length === 0 ? bareValue(text) : foundAround(text, cues);
  if (text.length <= unannouncedAtMost) found.push(...unannounced(text, cues, found));
  if (found.length === 0 && text.length <= 160) found.push(...bareValue(text));
  const hits: Hit[] = [];
  let lastEnd = 0;
  for (const one of withoutShared(found)) {
    const { account, host } = ownerOf(
      text,
      { ...one, kind: kindOf(text, one) },
      Math.max(0, Math.min(lastEnd, one.cue.start), one.cue.start - 400),
    );
    hits.push({
      kind: kindOf(text, one),
      start: one.start,
      end: one.end,
      value: text.slice(one.start, one.end),
      account,
      host,
      isGeneric: true,
    });
    lastEnd = one.end;
  }
  return hits;
}

function foundAround(text: string, cues: readonly Cue[]): Found[] {
  const found: Found[] = [];
  let tableEnd = 0;
  let pairsEnd = 0;
  let from = 0;
  for (const [index, cue] of cues.entries()) {
    if (cue.start < tableEnd) continue;
    const border = nextBorder(cues, index, text.length);
    const to = Math.min(border, cellEnd(text, cue) ?? border);
    if (cue.isInName) {
      if (cue.kind === 'password' || cue.kind === 'brief') found.push(...passwordInName(text, cue));
      else if (cue.kind === 'any-key')
        found.push(...(isWireless(text, cue, cue.end + 30) ? passwordInName(text, cue) : []));
      continue;
    }
    if (inHeadings.has(cue.kind)) {
      const table = tableAt(text, cue);
      if (table !== undefined) {
        found.push(...table.found);
        tableEnd = table.end;
        from = table.end;
        continue;
      }
    }
    if (cue.kind === 'login' && cue.start >= pairsEnd) {
      const pairs = pairsAfter(text, cue, to);
      found.push(...pairs.found);
      pairsEnd = pairs.end;
    }
    found.push(...foundAt(text, cue, from, to));
    if (borders.has(cue.kind)) from = Math.max(cue.end, found.at(-1)?.end ?? 0);
  }
  return found;
}

function foundAt(text: string, cue: Cue, from: number, to: number): Found[] {
  if (isComputed(text, cue.end)) return [];
  switch (cue.kind) {
    case 'password':
    case 'brief':
      return passwordsAround(text, cue, from, to);
    case 'passphrase':
      return passphraseAfter(text, cue, to);
    case 'pin':
    case 'one-time-code':
    case 'any-code':
      return cue.kind === 'any-code' && isWireless(text, cue, cue.end)
        ? passwordsAround(text, cue, from, to)
        : codes(text, cue, from, to);
    case 'recovery-code':
      return recoveryCodesAround(text, cue, from, to);
    case 'any-key':
      return isWireless(text, cue, cue.end) ? passwordsAround(text, cue, from, to) : [];
    case 'promise':
      return promisedValue(text, cue, to);
    case 'login':
      return [];
  }
}

function recoveryCodesAround(text: string, cue: Cue, from: number, to: number): Found[] {
  const below = recoveryCodes(text, cue, to);
  return below.length > 0 ? below : recoveryCodesAbove(text, cue, from);
}

function codes(text: string, cue: Cue, from: number, to: number): Found[] {
  const around = codeAround(text, cue, from, to);
  if (around.length > 0 || cue.kind === 'pin') return around;
  // `one-time password`
  if (cue.kind === 'one-time-code' && oneTimePassword.test(text.slice(cue.start, cue.end))) {
    const passwords = passwordsAround(text, cue, from, to);
    if (passwords.length > 0) return passwords;
  }
  const alike = cue.kind === 'any-code' ? alikeCodes(text, cue, to) : [];
  return alike.length > 0 ? alike : urgentCode(text, cue);
}

function nextBorder(cues: readonly Cue[], index: number, end: number): number {
  for (let next = index + 1; next < Math.min(cues.length, index + 12); next += 1) {
    const cue = cues[next];
    if (cue !== undefined && borders.has(cue.kind) && !cue.isInName && !cue.isInValue) return cue.start;
  }
  return end;
}

/** Whether a wireless network is named on the line, up to `to`. */
function isWireless(text: string, cue: { readonly start: number }, to: number): boolean {
  const before = text.slice(Math.max(0, cue.start - 40), cue.start);
  return wirelessWords.test(
    before.slice(before.lastIndexOf('\n') + 1) +
      text
        .slice(cue.start, to + 24)
        .split('\n', 1)
        .join(''),
  );
}

function kindOf(text: string, found: Found): Found['kind'] {
  if (found.kind !== 'password') return found.kind;
  const start = Math.min(found.cue.start, found.start);
  const from = Math.max(0, start - 60);
  const before = text.slice(from, start);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const near = `${line}${text.slice(start, Math.min(found.start, start + 160))} ${text
    .slice(found.end, found.end + 30)
    .split('\n', 1)
    .join('')}`;
  return wirelessWords.test(near) || /ssid/i.test(before) ? 'wifi-password' : 'password';
}

/** In order; of two that share characters the one announced nearer. */
function withoutShared(found: readonly Found[]): Found[] {
  // What no word announced stands behind what one did.
  const distance = ({ start, end, cue }: Found): number =>
    cue.start === cue.end ? Number.POSITIVE_INFINITY : Math.max(start - cue.end, cue.start - end, 0);
  const kept: Found[] = [];
  for (const one of found.toSorted((a, b) => a.start - b.start || distance(a) - distance(b))) {
    const last = kept.at(-1);
    if (last === undefined || one.start >= last.end) kept.push(one);
    else if (one.cue.start === one.cue.end) continue;
    else if (last.cue.start === last.cue.end) kept[kept.length - 1] = one;
    else if (one.account !== undefined && last.account === undefined) kept[kept.length - 1] = one;
    else if (distance(one) < distance(last) && last.account === undefined) kept[kept.length - 1] = one;
  }
  return kept;
}
