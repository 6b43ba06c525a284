/**
 * Prints how the shipped detections do on labelled exports, as a table in Markdown.
 *
 *   npm run build && node scripts/evaluate.mjs FOLDER
 *
 * FOLDER holds the exports, each with the ATT&CK technique that it shows at the start of its name, such as
 * `t1098.002_ApplicationImpersonation.csv`. Every file is investigated alone, in a case of its own that is thrown away.
 * Exit code 2 without a folder, 1 if a file was missed.
 */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv, stderr, stdout } from 'node:process';
import { investigate, openCase } from '../dist/index.js';

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

async function main() {
  const [folder] = argv.slice(2);
  if (folder === undefined) {
    stderr.write('usage: node scripts/evaluate.mjs FOLDER\n');
    return 2;
  }
  const rows = await evaluate(folder);
  const header = ['File', 'Records', 'Expected', 'Findings with that technique', 'Other findings', 'Verdict'];
  const table = [header, header.map(() => '---'), ...rows.map(({ cells, verdict }) => [...cells, verdict])];
  stdout.write(`${table.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`);
  const missed = rows.filter(({ verdict }) => verdict.includes('missed')).length;
  stdout.write(`\n${rows.length - missed} of ${rows.length} files found, ${missed} missed.\n`);
  return missed === 0 ? 0 : 1;
}

process.exitCode = await main();
