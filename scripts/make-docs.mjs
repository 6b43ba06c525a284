// Writes docs/sources.md, detections.md, checks.md, edges.md, mail.md and credentials.md from the built package: run `npm run build`, then
//   node scripts/make-docs.mjs           writes them
//   node scripts/make-docs.mjs --check   fails if the files on disk are not what it would write
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { allAnalyses } from '../dist/analysis/registry.js';
import { readLessons } from '../dist/posture/lesson.js';
import { allChecks } from '../dist/posture/registry.js';
import { allEdges } from '../dist/privilege/registry.js';
import { logs } from '../dist/shape/detection.js';
import { severities } from '../dist/shape/severity.js';
import { compileRules, loadRules, shippedRulesDirectory } from '../dist/sigma/index.js';
import { allReaders } from '../dist/mail/registry.js';
import { keyKinds } from '../dist/secret/key-kinds.js';
import { proseKinds } from '../dist/secret/prose/kinds.js';
import { allPatterns } from '../dist/secret/registry.js';
import { allSources } from '../dist/source/registry.js';

const pages = {
  'sources.md': sourcesPage(await allSources()),
  'detections.md': detectionsPage(shippedRules(), await allAnalyses()),
  'checks.md': checksPage(await allChecks(), readLessons()),
  'edges.md': edgesPage(await allEdges()),
  'mail.md': mailPage(await allReaders()),
  'credentials.md': credentialsPage(await allPatterns(), [...proseKinds, ...keyKinds]),
};
const isCheck = process.argv.includes('--check');
const stale = Object.entries(pages).filter(([name, text]) => text !== textOf(name));
for (const [name, text] of stale) {
  if (isCheck) process.stderr.write(`docs/${name} is not what the code says: run node scripts/make-docs.mjs\n`);
  else writeFileSync(pathOf(name), text);
}
if (isCheck && stale.length > 0) process.exitCode = 1;

function pathOf(name) {
  return fileURLToPath(new URL(`../docs/${name}`, import.meta.url));
}

/** The tables that a source fills. */
function tablesOf(source) {
  if (source.table !== 'directory') return [source.table];
  return [...new Set(source.fills.map(({ table }) => `directory_${table}`))].toSorted((a, b) => (a < b ? -1 : 1));
}

function textOf(name) {
  try {
    return readFileSync(pathOf(name), 'utf8').replaceAll('\r\n', '\n');
  } catch {
    return undefined;
  }
}

function shippedRules() {
  const set = loadRules([shippedRulesDirectory()]);
  const compiled = compileRules(set);
  const broken = [...set.faults, ...compiled.refused.map(({ fault }) => fault)].map((fault) => fault.located);
  if (broken.length > 0) throw new Error(`rules that cannot be used:\n${broken.join('\n')}`);
  return [...compiled.compiled, ...compiled.correlations].map(({ facts }) => facts);
}

function sourcesPage(sources) {
  const rows = sources.map((source) => [`[\`${source.id}\`](#${source.id})`, cell(source.title), codes(tablesOf(source))]);
  const parts = sources.map(
    (source) => `## ${source.id}

${source.title}.

- ${tablesOf(source).length === 1 ? 'Table' : 'Tables'}: ${codes(tablesOf(source))}
${source.table === 'directory' ? '' : `- ${source.logs.length === 1 ? 'Log' : 'Logs'}: ${codes(source.logs)}\n`}- A record needs: ${source.requires.map((group) => either(source, group)).join('; and ')}
${source.excludes === undefined ? '' : `- It is of another source if it has: ${either(source, source.excludes)}\n`}- Documented at <${source.reference}>
`,
  );
  return `${head('Sources')}The ${sources.length} sources that Snowfence reads. Content decides which source a record belongs to, never a file's name or ending. A
slash in a field goes one level down; capitals do not count. A record may also lie in an envelope, up to two levels deep, such
as the column \`AuditData\` of a Purview export: it is looked for in every value that is an object or JSON text.

How a file may be laid out (JSON lines, arrays, pages, CSV, archives, encodings) is the same for every source: see
[Getting the exports](guide/exports.md).

${table(['Source', 'What it is', 'Table'], rows)}
${parts.join('\n')}`;
}

function either({ fields }, names) {
  return names.map((name) => `\`${fields[name].path}\``).join(' or ');
}

function detectionsPage(rules, analyses) {
  const kinds = [
    ...rules.map((facts) => ({ facts, kind: 'rule' })),
    ...analyses.map((facts) => ({ facts, kind: 'analysis' })),
  ].toSorted((a, b) => (a.facts.detection < b.facts.detection ? -1 : 1));
  const parts = severities.toReversed().map((severity) => {
    const rows = kinds
      .filter(({ facts }) => facts.severity === severity)
      .map(({ facts, kind }) => [
        file(facts, kind),
        cell(facts.title),
        facts.techniques.map(technique).join(' '),
        logsText(facts.logs),
      ]);
    return `## ${severity[0].toUpperCase()}${severity.slice(1)} (${rows.length})

${table(['Detection', 'Title', 'Techniques', 'Logs'], rows)}`;
  });
  return `${head('Detections')}${kinds.length} detections: ${rules.length} Sigma rules, which look at one record at a time, and ${analyses.length} analyses (marked *analysis*),
which count and join. A detection is examined if at least one of its logs is in the case. *Any sign-in* stands for
${codes(logs.filter(isSignIn))}.

The name leads to the file with the description, false positives, references and examples.

${parts.join('\n')}`;
}

function file({ detection }, kind) {
  return kind === 'rule'
    ? `[\`${detection}\`](../content/detection/${detection}.yml)`
    : `[\`${detection}\`](../src/analysis/${detection}.analysis.ts) *analysis*`;
}

function technique(id) {
  return `[${id}](https://attack.mitre.org/techniques/${id.replace('.', '/')}/)`;
}

function isSignIn(log) {
  return log.endsWith('sign-in');
}

function logsText(own) {
  const isAll = logs.filter(isSignIn).every((log) => own.includes(log));
  const rest = isAll ? own.filter((log) => !isSignIn(log)) : own;
  return [...(isAll ? ['any sign-in'] : []), ...rest].join(', ');
}

function checksPage(checks, lessons) {
  const parts = lessons.map(({ id, title, question, lesson, source }) => {
    const rows = checks
      .filter((check) => check.lesson === id)
      .toSorted((a, b) => severities.indexOf(b.severity) - severities.indexOf(a.severity))
      .map((check) => [
        `[\`${check.check}\`](../src/posture/check/${check.check}.check.ts)`,
        check.severity,
        cell(check.title),
        cell(check.needs.map(({ what }) => what).join('; ')),
        (check.scuba ?? []).join(', '),
      ]);
    return `## ${title}

${question}

${lesson} [Source](${source})

${table(['Check', 'Severity', 'Met if', 'Needs', "CISA's policy"], rows)}`;
  });
  return `${head('Checks')}The ${checks.length} checks of \`snowfence audit\`, by the lessons of the incident. The name leads to the file with the risk, how it was
used, the fix, references and examples of every verdict. How to read the answers: [posture](guide/posture.md).

${parts.join('\n')}`;
}

function mailPage(readers) {
  const rows = readers.map(({ reader, title, reference }) => [`[\`${reader}\`](../src/mail/reader/${reader}.reader.ts)`, cell(title), `[specification](${reference})`]);
  return `${head('Mail and what hangs on it')}The ${readers.length} readers of \`snowfence scan\`. Contents decide before names. What nobody reads is text if it looks like text, else it
is counted as not examined with its reason: [how a scan works](guide/scan.md).

${table(['Reader', 'Reads', ''], rows)}`;
}

function credentialsPage(patterns, others) {
  const kinds = [...patterns, ...others].toSorted((a, b) => (a.system < b.system ? -1 : a.system > b.system ? 1 : a.kind < b.kind ? -1 : 1));
  const rows = kinds.map(({ kind, title, system, severity, owner, lifetime }) => [
    patterns.some((pattern) => pattern.kind === kind) ? `[\`${kind}\`](../src/secret/pattern/${kind}.pattern.ts)` : `\`${kind}\``,
    cell(title),
    cell(system),
    severity,
    cell(owner),
    cell(lifetime),
  ]);
  return `${head('Credentials')}The ${kinds.length} kinds of credentials that \`snowfence scan\` finds: ${patterns.length} by their form, the others in sentences and as files. The name leads to the file with
how it looks, how it is reset, what proves that, references and examples. Kinds without a link are in [\`prose/kinds.ts\`](../src/secret/prose/kinds.ts) and [\`key-kinds.ts\`](../src/secret/key-kinds.ts).

${table(['Kind', 'What', 'Opens', 'Severity', 'Whose to reset', 'Valid'], rows)}`;
}

function edgesPage(edges) {
  const rows = edges.map((edge) => [
    `[\`${edge.edge}\`](../src/privilege/edge/${edge.edge}.edge.ts)`,
    String(edge.cost),
    cell(edge.title),
    cell(edge.why),
  ]);
  return `${head('Edges')}The ${edges.length} kinds of edges of \`snowfence paths\`. The name leads to the file with how it is abused, how it is closed, references, and
examples with a near miss. What the cost means: [paths](guide/posture.md#paths).

${table(['Edge', 'Cost', 'Whoever is the first …', 'Why it holds'], rows)}`;
}

function head(title) {
  return `<!-- Made by scripts/make-docs.mjs from the code. Do not edit. -->\n\n# ${title}\n\n`;
}

function codes(names) {
  return names.map((name) => `\`${name}\``).join(', ');
}

function cell(text) {
  return text.replaceAll('|', String.raw`\|`);
}

function table(names, rows) {
  return `${[names, names.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`;
}
