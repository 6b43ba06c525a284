// The least that a scan has to do: reads everything in the named files and takes it apart, and searches nothing.
//   node bench/mail-floor.mjs PATH…
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileContent } from '../dist/mail/content.js';
import { readAll } from '../dist/mail/read-all.js';

let [messages, characters] = [0, 0];
for (const path of process.argv.slice(2)) await read(path);
process.stdout.write(JSON.stringify({ messages, characters }));

async function read(path) {
  if ((await stat(path)).isDirectory()) {
    for (const name of await readdir(path)) await read(join(path, name));
    return;
  }
  for await (const leaf of readAll(await fileContent(path))) {
    if (leaf.kind === 'message') messages += 1;
    else if (leaf.kind === 'text') characters += leaf.text.length;
  }
}
