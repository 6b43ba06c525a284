import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Does one piece of work of `measure.mjs` in a process of its own. */
export async function runMeasured(work, file, folder) {
  const { stdout } = await run(process.execPath, [fileURLToPath(new URL('measure.mjs', import.meta.url)), work, file, folder]);
  return JSON.parse(stdout);
}

export function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** Rows as a Markdown table; a dash stands for what a row does not have. */
export function print(rows) {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = [names, names.map(() => '---'), ...rows.map((row) => names.map((name) => String(row[name] ?? '–')))];
  process.stdout.write(`${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`);
}
