import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Fault } from '../../shape/fault.ts';
import type { Allowlist } from './allowlist.ts';
import { compileExpression } from './expression.ts';
import { parseRuleFile, type RuleDraft } from './parse.ts';
import { ruleFault } from './place.ts';
import { type GitleaksRule, gitleaksRule } from './rule.ts';

/** The user's rules, and what of their files has no meaning for mail. */
export interface GitleaksRules {
  /** By id. */
  readonly rules: readonly GitleaksRule[];
  /** For people, in the order of the files. */
  readonly notices: readonly string[];
}

interface Loaded {
  readonly rules: ReadonlyMap<string, RuleDraft>;
  readonly allowlists: readonly Allowlist[];
  readonly notices: readonly string[];
}

/**
 * Reads a configuration of gitleaks, and those that it extends by path (relative to the file that names them).
 *
 * @throws Fault `path-unreadable`; `rule-invalid` with file and line.
 */
export async function loadGitleaksRules(path: string): Promise<GitleaksRules> {
  const loaded = await load(resolve(path), []);
  const notices = [...loaded.notices];
  for (const list of loaded.allowlists)
    if (list.isOfFiles) notices.push('an allowlist for all rules names paths or commits, which mail does not have');
  const rules = [...loaded.rules.values()]
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((draft) => {
      notices.push(...noticesOf(draft));
      if (draft.isSkipped || (draft.regex === undefined && draft.path !== undefined)) return [];
      const own = loaded.allowlists.filter(
        ({ targetRules }) => targetRules.length === 0 || targetRules.includes(draft.id),
      );
      return [finish(draft, own)];
    });
  return { rules, notices };
}

async function load(path: string, way: readonly string[]): Promise<Loaded> {
  if (way.includes(path))
    throw ruleFault('a file of rules extends itself', { file: path }, 'Remove path below [extend] in one of them.');
  const file = parseRuleFile(path, await read(path));
  const notices: string[] = [];
  if (file.extend.useDefault)
    notices.push(`${path}: extends the rules of gitleaks, which are not part of this tool: it has patterns of its own`);
  const rules = new Map<string, RuleDraft>();
  const allowlists = [...file.allowlists];
  if (file.extend.path !== undefined) {
    const base = await load(resolve(dirname(path), file.extend.path), [...way, path]);
    notices.push(...base.notices);
    allowlists.push(...base.allowlists);
    for (const [id, draft] of base.rules) if (!file.extend.disabledRules.includes(id)) rules.set(id, draft);
  }
  for (const draft of file.rules) rules.set(draft.id, over(draft, rules.get(draft.id)));
  return { rules, allowlists, notices };
}

async function read(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new Fault('path-unreadable', 'the file of rules cannot be read', {
      place: { file: path },
      hint: 'Give the path of a file of rules as gitleaks has them (TOML).',
      cause: error,
    });
  }
}

/** The rule of the extending file with what it leaves out from the extended one; lists are joined. */
function over(draft: RuleDraft, base: RuleDraft | undefined): RuleDraft {
  if (base === undefined) return draft;
  return {
    ...draft,
    description: draft.description ?? base.description,
    regex: draft.regex ?? base.regex,
    path: draft.path ?? base.path,
    secretGroup: draft.secretGroup ?? base.secretGroup,
    entropy: draft.entropy ?? base.entropy,
    keywords: [...new Set([...base.keywords, ...draft.keywords])],
    allowlists: [...base.allowlists, ...draft.allowlists],
    needsOthers: draft.needsOthers || base.needsOthers,
  };
}

function noticesOf({ id, regex, path, allowlists, isSkipped, needsOthers, keywords }: RuleDraft): string[] {
  const told = (text: string): string => `rule ${id}: ${text}`;
  if (isSkipped) return [told('is not reported on its own (skipReport) and so not run')];
  if (path !== undefined && regex === undefined)
    return [told('is about paths only, which mail does not have: not run')];
  return [
    ...(path === undefined ? [] : [told('its path is ignored: mail has none')]),
    ...(needsOthers ? [told('is reported without the other rules that it requires')] : []),
    ...(allowlists.some(({ isOfFiles }) => isOfFiles)
      ? [told('its allowlist names paths or commits, which mail does not have')]
      : []),
    ...(keywords.length === 0 && /\\n|\\s\\S|\(\?[imU]*s/.test(regex ?? '')
      ? [told('has no keywords and is tried line by line, so that it finds nothing that goes over lines')]
      : []),
  ];
}

function finish(draft: RuleDraft, shared: readonly Allowlist[]): GitleaksRule {
  const { id, places, number, secretGroup } = draft;
  if (draft.regex === undefined)
    throw ruleFault(`rule ${id} has no regex`, places.rule(number), "Add regex = '''…''' to it.");
  const expression = compileExpression(draft.regex, places.rule(number, 'regex'));
  if (secretGroup !== undefined && secretGroup > expression.groupCount())
    throw ruleFault(
      `rule ${id} has no group ${secretGroup}`,
      places.rule(number, 'secretGroup'),
      `Its regex has ${expression.groupCount()} groups; write one of their numbers.`,
    );
  return gitleaksRule({
    id,
    description: draft.description ?? '',
    expression,
    secretGroup,
    entropy: draft.entropy ?? 0,
    keywords: draft.keywords,
    allowlists: [...draft.allowlists, ...shared],
  });
}
