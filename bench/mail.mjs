/**
 * What scanning mail costs against reading it and taking it apart alone, with the same readers in the same run: one mailbox, a folder of
 * single messages, and whatever mail is named.
 *
 *   npm run build && node bench/mail.mjs [--messages 50000] [PATH…]
 */
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { print } from './run.mjs';
import { runProgram } from './run-program.mjs';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { messages: { type: 'string', default: '50000' } } });
const program = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const floorProgram = fileURLToPath(new URL('mail-floor.mjs', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'snowfence-mail-'));
try {
  const count = Number(values.messages);
  const mailbox = join(folder, 'mailbox.mbox');
  const single = join(folder, 'single');
  await writeMail(mailbox, single, count, Math.min(count, 5000));
  const rows = [await measure('one mailbox (mbox)', mailbox), await measure('single messages (eml)', single)];
  for (const path of positionals) rows.push(await measure(path.split('/').at(-1), path));
  print(rows);
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function measure(what, path) {
  const dir = join(folder, 'case');
  await rm(dir, { recursive: true, force: true });
  const bytes = await sizeOf(path);
  const floor = await runProgram([floorProgram, path]);
  const ours = await runProgram([program, 'scan', path, '--case', dir, '--json']);
  if (floor.code !== 0 || ours.code !== 0) throw new Error(`${floor.complained}${ours.complained}`);
  const { scan } = JSON.parse(ours.printed);
  return {
    mail: what,
    MB: (bytes / 1e6).toFixed(0),
    messages: scan.total.messages,
    's': ours.seconds.toFixed(1),
    'MB/s': (bytes / 1e6 / ours.seconds).toFixed(1),
    'of the processors, s': ours.processorSeconds.toFixed(1),
    'reading alone, of the processors, s': floor.processorSeconds.toFixed(1),
    ratio: (ours.processorSeconds / floor.processorSeconds).toFixed(1),
    'peak, MB': Math.round(ours.peakBytes / 1e6),
    credentials: scan.credentials,
  };
}

async function sizeOf(path) {
  const entry = await stat(path);
  if (!entry.isDirectory()) return entry.size;
  let bytes = 0;
  for (const name of await readdir(path)) bytes += (await stat(join(path, name))).size;
  return bytes;
}

/** Mail of some kilobytes each, two thirds with an HTML part, a tenth with an attachment, one in two hundred with a secret. */
async function writeMail(mailbox, single, count, singles) {
  let state = 7;
  const below = (most) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return ((state ^ (state >>> 13)) >>> 0) % most;
  };
  const words =
    'the project meeting about budget and the new server in Oslo was moved to Thursday because our partner asked for more time please send me the report before noon so that we can discuss the details with finance and legal regards thanks update version release customer ticket order invoice delivery contract review agenda minutes proposal draft quarter sales login code token account'.split(
      ' ',
    );
  const sentence = () => `${Array.from({ length: 6 + below(14) }, () => words[below(words.length)]).join(' ')}. `;
  const paragraph = () => Array.from({ length: 2 + below(6) }, sentence).join('');
  const message = (number) => {
    const body = Array.from({ length: 4 + below(12) }, paragraph).join('\r\n\r\n');
    const secret = number % 200 === 0 ? `\r\nclient secret: Ab18Q~rTkPzRm${String(number).padStart(6, '0')}WtLqXvNbYcJhDaFgT\r\n` : '';
    const time = new Date(Date.UTC(2023, 0, 1) + number * 600_000).toUTCString();
    const head = `From: Ann <ann${below(50)}@contoso.example>\r\nTo: bob${below(50)}@contoso.example\r\nSubject: ${sentence().slice(0, 50)}\r\nMessage-ID: <m${number}@contoso.example>\r\nDate: ${time}\r\nMIME-Version: 1.0\r\n`;
    if (number % 3 === 0) return `${head}Content-Type: text/plain; charset=utf-8\r\n\r\n${body}${secret}\r\n`;
    const html = `<html><body><p>${body.replaceAll('\r\n\r\n', '</p>\r\n<p>')}</p></body></html>`;
    const both = `--b\r\nContent-Type: multipart/alternative; boundary="a"\r\n\r\n--a\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${body}${secret}\r\n--a\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}\r\n--a--\r\n`;
    const attached =
      number % 10 === 1
        ? `--b\r\nContent-Type: text/plain; name="log.txt"\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename="log.txt"\r\n\r\n${Buffer.from(Array.from({ length: 40 }, paragraph).join('\n')).toString('base64').replaceAll(/.{76}/g, '$&\r\n')}\r\n`
        : '';
    return `${head}Content-Type: multipart/mixed; boundary="b"\r\n\r\n${both}${attached}--b--\r\n`;
  };
  await mkdir(single);
  const out = createWriteStream(mailbox);
  for (let number = 1; number <= count; number += 1) {
    const text = message(number);
    if (number <= singles) await writeFile(join(single, `${number}.eml`), text);
    if (!out.write(`From ann@contoso.example Sun Jan 01 00:00:00 2023\r\n${text}\r\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'close');
}
