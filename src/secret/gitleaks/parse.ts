import { parse, TomlError } from 'smol-toml';
import { type Allowlist, parseAllowlist } from './allowlist.ts';
import { flagField, listField, numberField, type Table, tablesField, textField } from './field.ts';
import { Places, ruleFault } from './place.ts';

/** A rule as one file has it: what it leaves out may come from the file that it extends. */
export interface RuleDraft {
  readonly id: string;
  readonly description: string | undefined;
  readonly regex: string | undefined;
  readonly path: string | undefined;
  readonly secretGroup: number | undefined;
  readonly entropy: number | undefined;
  readonly keywords: readonly string[];
  readonly allowlists: readonly Allowlist[];
  readonly isSkipped: boolean;
  readonly needsOthers: boolean;
  readonly places: Places;
  /** Its number in the file. */
  readonly number: number;
}

/** One file of rules. */
export interface RuleFile {
  readonly rules: readonly RuleDraft[];
  readonly allowlists: readonly Allowlist[];
  readonly extend: {
    readonly useDefault: boolean;
    readonly path: string | undefined;
    readonly disabledRules: readonly string[];
  };
}

/** @throws Fault `rule-invalid` with the line. */
export function parseRuleFile(file: string, text: string): RuleFile {
  const table = parseToml(file, text);
  const places = new Places(file, text);
  const [extend = {}] = tablesField(table, 'extend', places.table('extend'));
  const rules = tablesField(table, 'rules', { file }).map((rule, number) => parseDraft(rule, number, places));
  const seen = new Set<string>();
  for (const { id, number } of rules) {
    if (seen.has(id))
      throw ruleFault(`the id ${id} is taken already`, places.rule(number, 'id'), 'Give each rule an id of its own.');
    seen.add(id);
  }
  return {
    rules,
    allowlists: ['allowlist', 'allowlists'].flatMap((name) =>
      tablesField(table, name, places.table(name)).map((list) => parseAllowlist(list, places.table(name))),
    ),
    extend: {
      useDefault: flagField(extend, 'useDefault', places.table('extend')),
      path: textField(extend, 'path', places.table('extend')) || undefined,
      disabledRules: listField(extend, 'disabledRules', places.table('extend')),
    },
  };
}

function parseToml(file: string, text: string): Table {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [message = ''] = error.message.split('\n');
    const place = { file, line: error.line, column: error.column };
    throw ruleFault(message, place, 'Correct the TOML; the rules of gitleaks have the same form.', error);
  }
}

function parseDraft(rule: Table, number: number, places: Places): RuleDraft {
  const at = (key?: string) => places.rule(number, key);
  const id = textField(rule, 'id', at('id'))?.trim() ?? '';
  if (id === '') throw ruleFault('a rule has no id', at(), 'Add id = "…" below [[rules]].');
  const secretGroup = numberField(rule, 'secretGroup', at('secretGroup'));
  if (secretGroup !== undefined && !Number.isInteger(secretGroup))
    throw ruleFault('secretGroup is no whole number', at('secretGroup'), 'Write the number of a group, from 1 on.');
  const keywords = listField(rule, 'keywords', at('keywords'));
  if (keywords.includes(''))
    throw ruleFault('a keyword is empty', at('keywords'), 'Remove it; a rule without keywords is tried on every line.');
  return {
    id,
    description: textField(rule, 'description', at('description')),
    regex: textField(rule, 'regex', at('regex')) || undefined,
    path: textField(rule, 'path', at('path')) || undefined,
    // 0 is what gitleaks takes for no group.
    secretGroup: secretGroup === 0 ? undefined : secretGroup,
    entropy: numberField(rule, 'entropy', at('entropy')),
    keywords,
    allowlists: ['allowlist', 'allowlists'].flatMap((name) =>
      tablesField(rule, name, at()).map((list) => parseAllowlist(list, at())),
    ),
    isSkipped: flagField(rule, 'skipReport', at('skipReport')),
    needsOthers: tablesField(rule, 'required', at()).length > 0,
    places,
    number,
  };
}
