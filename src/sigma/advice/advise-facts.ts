import type { Advice } from './advice.ts';
import { entryOf } from '../parse/problems.ts';
import type { Yaml } from '../parse/yaml-document.ts';

/** Characters of a title. */
const longestTitle = 256;

const wanted = [
  { key: 'id', kind: 'missing-id', hint: 'Write "id:" with a new random UUID, so that others can refer to it.' },
  { key: 'status', kind: 'missing-status', hint: 'Write "status: experimental", or how far it has been proven.' },
  {
    key: 'description',
    kind: 'missing-description',
    hint: 'Write "description:" with what it finds, and why that matters.',
  },
  { key: 'level', kind: 'missing-level', hint: 'Write "level:"; without it findings are medium.' },
  { key: 'examples', kind: 'missing-examples', hint: 'Write "examples:" with a record that it finds and a near miss.' },
] as const;

/** What a document should say of itself. A filter has neither level nor examples. */
export function adviseFacts(document: Yaml): Advice[] {
  const isFilter = entryOf(document, 'filter') !== undefined;
  const missing = wanted
    .filter(({ key }) => !(isFilter && (key === 'level' || key === 'examples')) && !hasValue(document, key))
    .map(({ key, kind, hint }) => ({ kind, message: `"${key}" is missing`, hint, place: document.place }));
  return [...missing, ...adviseWords(document)];
}

function hasValue(document: Yaml, key: string): boolean {
  const value = entryOf(document, key)?.value;
  return value !== undefined && !(value.kind === 'scalar' && (value.value === null || value.value === ''));
}

function adviseWords(document: Yaml): Advice[] {
  const found: Advice[] = [];
  for (const { text, place } of textsAt(document, 'id')) {
    if (/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text)) continue;
    found.push({ kind: 'id-not-uuid', message: `the id "${text}" is no UUID`, hint: 'Make a random UUID.', place });
  }
  for (const { text, place } of textsAt(document, 'title')) {
    if (text.length <= longestTitle) continue;
    const message = `the title has ${text.length} characters`;
    found.push({ kind: 'title-too-long', message, hint: `Keep it below ${longestTitle + 1}.`, place });
  }
  for (const { text, place } of textsAt(document, 'status')) {
    if (!/^(deprecated|unsupported)$/i.test(text)) continue;
    const hint = 'It runs all the same; leave it out, or look for the rule that replaced it.';
    found.push({ kind: 'retired-status', message: `the rule is ${text.toLowerCase()}`, hint, place });
  }
  for (const { text, place } of textsAt(document, 'tags')) {
    if (isSigmaTag(text)) continue;
    const hint = `Write it in lower case with one of: ${Object.keys(tags).join(', ')}; such as "attack.t1098.003".`;
    found.push({ kind: 'unknown-tag', message: `"${text}" is no tag of Sigma`, hint, place });
  }
  return found;
}

function textsAt(document: Yaml, key: string): { readonly text: string; readonly place: Advice['place'] }[] {
  const value = entryOf(document, key)?.value;
  const items = value?.kind === 'list' ? value.items : value === undefined ? [] : [value];
  return items.flatMap((item) =>
    item.kind === 'scalar' && item.value !== null ? [{ text: String(item.value), place: item.place }] : [],
  );
}

/** Those of the specification, and those that ATT&CK has besides. */
const tactics = [
  'reconnaissance',
  'resource-development',
  'initial-access',
  'execution',
  'persistence',
  'privilege-escalation',
  'defense-evasion',
  'stealth',
  'defense-impairment',
  'credential-access',
  'discovery',
  'lateral-movement',
  'collection',
  'exfiltration',
  'command-and-control',
  'impact',
].join('|');

/** What may stand behind a namespace, as the specification's appendix on tags has it. */
const tags: Readonly<Record<string, RegExp>> = {
  attack: new RegExp(String.raw`^(t\d{4}(\.\d{3})?|[gsma]\d{4}|ds\d{4}|${tactics})$`),
  car: /^\d{4}-\d{2}-\d{3}$/,
  cve: /^\d{4}[-.]\d{4,}$/,
  d3fend: /^(d3f?-\w+|model|harden|detect|isolate|deceive|evict)$/i,
  detection: /^(dfir|emerging-threats|threat-hunting)$/,
  stp: /^[1-5][auk]?$/,
  tlp: /^(red|amber|amber-strict|green|clear)$/,
};

function isSigmaTag(tag: string): boolean {
  const [namespace = '', ...rest] = tag.split('.');
  return Object.hasOwn(tags, namespace) && tags[namespace]?.test(rest.join('.')) === true;
}
