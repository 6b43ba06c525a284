/** One measured piece of work, in a process of its own so that its peak memory is its own: `node bench/measure.mjs WORK FILE FOLDER`. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { detect, ingest, openCase } from '../dist/index.js';
import { compileRules, loadRules, shippedRulesDirectory } from '../dist/sigma/index.js';

const [work, file, folder] = process.argv.slice(2);

const signInColumns = `{id: 'VARCHAR', createdDateTime: 'TIMESTAMP', userPrincipalName: 'VARCHAR', userId: 'VARCHAR', appId: 'VARCHAR', ipAddress: 'VARCHAR',
  clientAppUsed: 'VARCHAR', userAgent: 'VARCHAR', correlationId: 'VARCHAR', authenticationRequirement: 'VARCHAR'}`;
const floors = {
  lines: `read_json('${file}', format = 'newline_delimited', columns = ${signInColumns})`,
  array: `read_json('${file}', format = 'array', columns = ${signInColumns})`,
  // Purview's file has eight columns; two more are taken from the record inside.
  purview: `(select *, AuditData ->> '$.Workload' as workload, AuditData ->> '$.ClientIP' as ip from read_csv('${file}', header = true, all_varchar = true))`,
};

async function engine(path) {
  const instance = await DuckDBInstance.create(path, { threads: '2', memory_limit: '600MB', preserve_insertion_order: 'false' });
  return instance.connect();
}

const works = {
  'floor-memory': async (kind) => (await engine(':memory:')).run(`create table floor as select * from ${floors[kind]}`),
  'floor-disk': async (kind) => {
    const connection = await engine(join(folder, 'floor.duckdb'));
    await connection.run(`create table floor as select * from ${floors[kind]}`);
    await connection.run('checkpoint');
  },
  ingest: async () => {
    const opened = await openCase(folder, { create: true, threads: 2 });
    const outcome = await ingest(opened.store, opened.folder, [file]);
    opened.close();
    return { records: outcome.records, rejected: outcome.rejected, duplicates: outcome.duplicates, caseBytes: statSync(join(folder, 'case.duckdb')).size };
  },
  detect: async () => {
    const opened = await openCase(folder, { threads: 2 });
    const outcome = await detect(opened.store);
    opened.close();
    return { findings: outcome.findings, rules: compileRules(loadRules([shippedRulesDirectory()])).compiled.length };
  },
  // One scan of the events with one condition of the commonest kind.
  'floor-scan': async () => {
    const connection = await engine(join(folder, 'case.duckdb'));
    await connection.run(`select count(*) from sign_in where lower(userAgent) like '%python%'`);
    await connection.run(`select count(*) from activity where lower(operation) like '%python%'`);
  },
};

const [name, kind] = work.split(':');
const before = performance.now();
const result = (await works[name](kind)) ?? {};
const seconds = (performance.now() - before) / 1000;
const counts = result.records === undefined && result.findings === undefined ? {} : result;
process.stdout.write(`${JSON.stringify({ seconds, peakBytes: process.resourceUsage().maxRSS * 1024, ...counts })}\n`);
