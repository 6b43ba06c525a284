/**
 * Prints how the shipped detections do on labelled records, as tables in Markdown. After `npm run build`:
 *
 *   node scripts/evaluate.mjs FOLDER
 *   node scripts/evaluate.mjs --panther PANTHER SIGMAHQ
 *   node scripts/evaluate.mjs --sigmahq SIGMAHQ
 *
 * FOLDER holds exports, each with the ATT&CK technique that it shows at the start of its name, such as
 * `t1098.002_ApplicationImpersonation.csv`. Every file is investigated alone, in a case of its own that is thrown away.
 * PANTHER holds rules of panther-analysis with their test events, SIGMAHQ the rules of SigmaHQ: of these it is told which can match
 * a real log.
 * Exit code 2 without a folder, 1 if a file was missed, or an event decided otherwise than labelled without a reason.
 */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv, stderr, stdout } from 'node:process';
import { detect, investigate, openCase } from '../dist/index.js';
import { openEvidence } from '../dist/ingest/evidence.js';
import { ingestContent } from '../dist/ingest/ingest-file.js';
import { fitRule, loadRules } from '../dist/sigma/index.js';
import { sql } from '../dist/store/sql.js';
import { decide, readClaims, readEvents, runEvents } from './panther.mjs';

const label = /^t\d{4}(?:\.\d{3})?/i;

/** The technique itself, one of its sub-techniques or its parent; not a sister of it. */
function isNear(technique, expected) {
  return technique === expected || technique.startsWith(`${expected}.`) || expected.startsWith(`${technique}.`);
}

async function findingsOf(path) {
  const folder = await mkdtemp(join(tmpdir(), 'snowfence-evaluate-'));
  const opened = await openCase(folder, { create: true });
  try {
    const { ingested } = await investigate(opened, [path]);
    const findings = JSON.parse(await readFile(join(folder, 'findings.json'), 'utf8'));
    return { records: ingested.records, rejected: ingested.rejected, findings };
  } finally {
    opened.close();
    await rm(folder, { recursive: true });
  }
}

function listed(findings) {
  const names = [...new Set(findings.map(({ detection, severity }) => `${detection} (${severity})`))];
  names.sort((a, b) => (a < b ? -1 : 1));
  return names.length === 0 ? '–' : names.join(', ');
}

function verdictOf(near, expected) {
  if (near.length === 0) return '**missed**';
  return near.some(({ techniques }) => techniques.includes(expected)) ? 'found' : 'found, by its parent or a sub-technique';
}

async function evaluate(folder) {
  const names = (await readdir(folder)).filter((name) => label.test(name)).toSorted((a, b) => (a < b ? -1 : 1));
  const rows = [];
  for (const name of names) {
    const expected = label.exec(name)[0].toUpperCase();
    const { records, rejected, findings } = await findingsOf(join(folder, name));
    const near = findings.filter(({ techniques }) => techniques.some((technique) => isNear(technique, expected)));
    const others = findings.filter((finding) => !near.includes(finding));
    const read = rejected === 0 ? `${records}` : `${records}, ${rejected} rejected`;
    rows.push({ verdict: verdictOf(near, expected), cells: [`\`${name}\``, read, expected, listed(near), listed(others)] });
  }
  return rows;
}

function table(header, rows) {
  return [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

async function printExports(folder) {
  const rows = await evaluate(folder);
  const header = ['File', 'Records', 'Expected', 'Findings with that technique', 'Other findings', 'Verdict'];
  stdout.write(table(header, rows.map(({ cells, verdict }) => [...cells, verdict])));
  const missed = rows.filter(({ verdict }) => verdict.includes('missed')).length;
  stdout.write(`\n${rows.length - missed} of ${rows.length} files found, ${missed} missed.\n`);
  return missed === 0 ? 0 : 1;
}

async function printEvents(panther, sigmaHq) {
  const claims = await readClaims();
  const events = await readEvents(panther);
  const outcomes = await runEvents({ openCase, openEvidence, ingestContent, detect, sql }, events, [sigmaHq]);
  const decisions = outcomes.map((outcome) => decide(outcome, claims));
  const rules = [...new Set(events.map(({ rule }) => rule))];
  const ofRule = (rule) => decisions.filter(({ event }) => event.rule === rule);
  const isClaimed = (rule) => claims[rule]?.none === undefined;
  const of = (verdict) => decisions.filter((decision) => decision.verdict === verdict);
  const same = of('as labelled').length;
  const otherwise = of('otherwise');
  stdout.write(`Of ${decisions.length} events, ${same + otherwise.length} are of rules that ours or SigmaHQ's claim: `);
  stdout.write(`${same} are decided as labelled, ${otherwise.length} otherwise. `);
  stdout.write(`Nobody claims the other ${of('not claimed').length}.\n\n`);
  const claimed = rules.filter(isClaimed).map((rule) => {
    const own = ofRule(rule);
    const right = own.filter(({ verdict }) => verdict === 'as labelled').length;
    return [`\`${rule}\``, claims[rule]?.claims.join(', ') ?? '', `${own.length}`, `${right}`];
  });
  stdout.write(`${table(['Rule of Panther', 'Claimed by', 'Events', 'As labelled'], claimed)}\n`);
  const told = otherwise.map(({ event, reason = '**not explained**' }) => {
    const label = event.expected ? 'to be found' : 'not to be found';
    return [`\`${event.rule}\` ${event.number}`, label, reason];
  });
  stdout.write(`${table(['Event', 'Labelled', 'Why we decide otherwise'], told)}\n`);
  const unclaimed = rules
    .filter((rule) => !isClaimed(rule))
    .map((rule) => [`\`${rule}\``, `${ofRule(rule).length}`, claims[rule].none]);
  stdout.write(table(['Rule of Panther', 'Events', 'Why nobody claims it'], unclaimed));
  return otherwise.every(({ reason }) => reason !== undefined) ? 0 : 1;
}

/** Which rules can match a real log, by log source, and why the others cannot. */
function printFits(sigmaHq) {
  // Whether a rule can match does not hang on the values of its placeholders.
  const placeholders = new Proxy({}, { getOwnPropertyDescriptor: () => anyValue, get: () => anyValue.value });
  const { rules, faults } = loadRules([sigmaHq], { placeholders });
  for (const fault of faults) stderr.write(`${fault.located}\n`);
  const fits = rules.map((rule) => ({ rule, source: sourceOf(rule.logSource), ...fitRule(rule) }));
  const verdicts = ['runs', 'runs-through-map', 'cannot-match'];
  const sources = [...new Set(fits.map(({ source }) => source))].toSorted((a, b) => (a < b ? -1 : 1));
  const countsOf = (own) => verdicts.map((one) => `${own.filter(({ verdict }) => verdict === one).length}`);
  const rows = sources.map((source) => [`\`${source}\``, ...countsOf(fits.filter((fit) => fit.source === source))]);
  stdout.write(`${table(['Log source', 'Runs', 'Runs through the map', 'Cannot match'], [...rows, ['all', ...countsOf(fits)]])}\n`);
  const byReason = new Map();
  const impossible = fits.filter(({ verdict }) => verdict === 'cannot-match');
  for (const { rule, reasons } of impossible.toSorted((a, b) => (a.rule.detection < b.rule.detection ? -1 : 1))) {
    const why = [...new Set(reasons.map(reasonText))].join(' ');
    byReason.set(why, [...(byReason.get(why) ?? []), `\`${rule.detection}\``]);
  }
  const why = [...byReason].map(([reason, names]) => [names.join(', '), reason]);
  stdout.write(table(['Rule', 'Why no real log can match it'], why));
  return faults.length === 0 ? 0 : 1;
}

const anyValue = { value: ['any value'], enumerable: true, configurable: true };

function sourceOf({ product, category, service }) {
  return [product, service ?? category].join('/');
}

function reasonText({ field, value, reason }) {
  const item = [field, value === undefined ? undefined : `“${value}”`].filter((part) => part !== undefined).join(' ');
  return `${item === '' ? '' : `${item}: `}${reason}`.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

async function main() {
  const [first, ...folders] = argv.slice(2);
  if (first === '--panther' && folders.length === 2) return printEvents(...folders);
  if (first === '--sigmahq' && folders.length === 1) return printFits(folders[0]);
  if (first !== undefined && !first.startsWith('--')) return printExports(first);
  stderr.write('usage: node scripts/evaluate.mjs FOLDER | --panther PANTHER SIGMAHQ | --sigmahq SIGMAHQ\n');
  return 2;
}

process.exitCode = await main();
