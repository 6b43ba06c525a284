// Our verdicts beside CISA's, policy by policy, for ScubaGear's published exports:
//
//   npm run build && node bench/scubagear.mjs FOLDER
//
// FOLDER holds what https://github.com/cisagov/ScubaGear has under PowerShell/ScubaGear. Prints a table.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { audit, ingest, openCase } from '../dist/index.js';
import { allChecks } from '../dist/posture/registry.js';
import { sql } from '../dist/store/sql.js';

const exports = [
  ['1.8.0', 'Sample-Reports'],
  ['0.3.0', 'Testing/Unit/PowerShell/CreateReport/CreateReportStubs'],
];
const words = { met: 'met', 'not-met': 'not met', 'not-examined': 'not examined' };

const [, , root] = process.argv;
if (root === undefined) throw new Error('name the folder PowerShell/ScubaGear');
const checks = (await allChecks()).flatMap(({ check, scuba }) => (scuba ?? []).map((policy) => ({ check, policy })));
const columns = [];
for (const [, folder] of exports) columns.push(await compare(join(root, folder)));
process.stdout.write(`| Policy | Check | ${exports.map(([version]) => `${version}: CISA | ours`).join(' | ')} |\n`);
process.stdout.write(`| --- | --- |${' --- | --- |'.repeat(exports.length)}\n`);
for (const { check, policy } of checks.toSorted((a, b) => a.policy.localeCompare(b.policy, 'en', { numeric: true }))) {
  const cells = columns.map(({ ours, theirs }) => {
    const verdict = ours.get(check);
    const cisa = theirs.get(policy) ?? '–';
    const isDifferent = ['met', 'not met'].includes(cisa) && verdict !== 'not-examined' && words[verdict] !== cisa;
    return `${cisa} | ${isDifferent ? `**${words[verdict]}**` : words[verdict]}`;
  });
  process.stdout.write(`| ${policy} | \`${check}\` | ${cells.join(' | ')} |\n`);
}

/** Our verdict by check, and CISA's by policy without its version. */
async function compare(folder) {
  const temporary = await mkdtemp(join(tmpdir(), 'snowfence-bench-'));
  const opened = await openCase(join(temporary, 'case'), { create: true });
  await ingest(opened.store, opened.folder, [join(folder, 'ProviderSettingsExport.json')]);
  await audit(opened.store);
  const rows = await opened.store.rows(sql`select "check", verdict from posture_verdict`);
  opened.close();
  await rm(temporary, { recursive: true });
  const bytes = await readFile(join(folder, 'TestResults.json'));
  const text = bytes.toString(bytes[0] === 0xff ? 'utf16le' : 'utf8').replace(/^\uFEFF/, '');
  const results = JSON.parse(text).filter((result) => result?.PolicyId !== undefined);
  return {
    ours: new Map(rows.map(({ check, verdict }) => [check, verdict])),
    theirs: new Map(results.map((result) => [result.PolicyId.replace(/v\d+$/, ''), verdictOf(result)])),
  };
}

function verdictOf({ Criticality, RequirementMet }) {
  if (/Not-Implemented|3rd Party/.test(Criticality)) return 'not tested';
  return RequirementMet === true ? 'met' : 'not met';
}
