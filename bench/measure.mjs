/** One measured piece of work, in a process of its own so that its peak memory is its own: `node bench/measure.mjs WORK FILE FOLDER`. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { detect, ingest, openCase } from '../dist/index.js';
import { compileRules, correlationRelations, hits, loadRules, matchStatement, shippedRulesDirectory } from '../dist/sigma/index.js';
import { identifier, sql } from '../dist/store/sql.js';
import { manyRules } from './rules.mjs';

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
  // `all`, or a number of rules.
  sigma: async (wanted) => {
    const before = performance.now();
    const set = loadRules([shippedRulesDirectory(), ...(file === '' ? [] : [file])]);
    const rules = wanted === 'all' ? set.rules : manyRules(set.rules, Number(wanted));
    const { compiled, correlations } = compileRules(wanted === 'all' ? set : { rules });
    const compiling = (performance.now() - before) / 1000;
    const opened = await openCase(folder, { threads: 2 });
    const { store } = opened;
    const start = performance.now();
    await store.run(sql`create temp table ${hits} (detection varchar, source_table varchar, file_id integer, record bigint)`);
    const conditions = compiled.flatMap((rule) => rule.conditions);
    for (const table of ['sign_in', 'activity', 'graph_activity']) {
      await store.run(sql`insert into ${hits} select detection, ${table}, file_id, record from (${matchStatement(table, conditions)})`);
    }
    for (const { plan } of correlations) {
      for (const { name, query } of correlationRelations(plan, hits)) await store.run(sql`create temp table ${name} as ${query}`);
    }
    const matching = (performance.now() - start) / 1000;
    const { matches } = await store.row(sql`select count(*) as matches from ${hits}`);
    opened.close();
    return { findings: 0, rules: compiled.length + correlations.length, compiling, matching, matches };
  },
  // The same events again under other record numbers.
  multiply: async (times) => {
    const opened = await openCase(folder, { threads: 2 });
    const { store } = opened;
    for (const table of ['sign_in', 'activity']) {
      for (let copy = 1; copy < Number(times); copy += 1) {
        await store.run(sql`insert into ${identifier(table)} select * replace (record + ${copy * 10_000_000} as record)
          from ${identifier(table)} where record < 10000000`);
      }
    }
    opened.close();
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
