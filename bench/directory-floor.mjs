/** The least that could be done, in a process of its own: `node bench/directory-floor.mjs bytes|json|scan …`. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { directoryTables } from '../dist/store/directory-tables.js';

const [work, folder, ...files] = process.argv.slice(2);

async function engine(path, options = {}) {
  const instance = await DuckDBInstance.create(path, { threads: '2', memory_limit: '600MB', preserve_insertion_order: 'false', ...options });
  return instance.connect();
}

const works = {
  // One pass over the bytes: hash, and count lines.
  bytes: async () => {
    let lines = 0;
    for (const file of files) {
      const hash = createHash('sha256');
      for await (const chunk of createReadStream(file, { highWaterMark: 1024 * 1024 })) {
        hash.update(chunk);
        for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) lines += 1;
      }
    }
    process.stdout.write(`${lines}\n`);
  },
  // Every record and five of its values into a table on disk; 600 MB are too few for groups with all their members.
  json: async () => {
    const connection = await engine(join(folder, 'floor.duckdb'), { memory_limit: '2GB' });
    await connection.run('create table floor (record json, a varchar, b varchar, c varchar, d varchar, e varchar)');
    for (const file of files) {
      await connection.run(`insert into floor select json, json ->> '$.id', json ->> '$.displayName', json ->> '$.createdDateTime', json ->> '$.principalId', json ->> '$.resourceId'
        from read_json_objects('${file}', format = 'auto', maximum_object_size = 67108864)`);
    }
    await connection.run('checkpoint');
  },
  // Each thing of each table once: one grouping over all of them.
  scan: async () => {
    const connection = await engine(join(folder, 'case.duckdb'), { access_mode: 'READ_ONLY' });
    for (const [name, { key }] of Object.entries(directoryTables)) {
      const keys = key.map((column) => `"${column}"`).join(', ');
      await connection.run(`select count(*) from (select ${keys}, max(record) from "directory_${name}" group by all)`);
    }
  },
};

await works[work]();
