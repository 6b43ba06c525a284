import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Fault } from '../../shape/fault.ts';
import { makeDirectories } from '../directory/make-directories.ts';
import { textsOf } from '../directory/write-directory.ts';
import { collectorsOf, exampleEvidence, lostRecords } from '../example-evidence.ts';
import { rates } from '../habit/rate.ts';
import type { DirectoryAudit, GraphActivity, SignIn, UnifiedAudit } from '../record.ts';
import { writeTenant } from '../stream/write-tenant.ts';
import { zipArchive } from '../zip-archive.ts';
import { mergeEvidence } from './chronicle.ts';
import type { Evidence } from './evidence.ts';
import type { Part, TenantOptionsOf, WrittenParts } from './written-parts.ts';
import { toldNames } from './written-parts.ts';

/** All records are held in memory at once, and some collectors are written as one text; there is about one for each sign-in. */
const signInsAtMost = 80_000;

/**
 * What a responder gets from several tools: exports that overlap, one damaged, one day missing.
 *
 * @throws Fault `memory-exhausted` if there are too many records for that.
 */
export async function writeMixed(
  evidence: string,
  parts: readonly Part[],
  optionsOf: TenantOptionsOf,
): Promise<WrittenParts> {
  for (const part of parts) requireFew(optionsOf(part));
  const scratch = `${evidence}.whole`;
  const whole: Evidence[] = [];
  const records: number[] = [];
  for (const part of parts) {
    const written = await writeTenant({ ...optionsOf(part), out: scratch, format: 'goose,diagnostic' }, part.told);
    records.push(written.records);
    whole.push(await readWhole(scratch));
    await rm(scratch, { recursive: true });
  }
  const nothing = mergeEvidence([]);
  const [production = nothing, test = nothing] = whole;
  const [first = parts[0], second] = parts;
  if (first === undefined) throw new RangeError('no tenant to write');
  const { firstDay, days } = optionsOf(first);
  const collectors = collectorsOf(firstDay, days);
  const directories = makeDirectories(parts);
  const files = [
    ...exampleEvidence(production, test, collectors),
    ...directories.exports.map(({ folder, files }, index) => ({
      name: `${index === 0 ? '' : 'test-tenant/'}${folder}.zip`,
      bytes: zipArchive(textsOf(files).map(({ name, text }) => ({ name, bytes: Buffer.from(text) }))),
    })),
  ];
  for (const { name, bytes } of files) {
    const path = join(evidence, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
  }
  const lost = lostRecords(production, collectors);
  const told = [
    ...toldNames(first.told, () => true).filter((name) => !lost.has(name)),
    ...(second === undefined ? [] : toldNames(second.told, (log) => log === 'signIn' || log === 'directoryAudit')),
  ];
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
  return { records, files: files.length, bytes, told: new Set(told), directories: directories.truth };
}

function requireFew({ population, days, activity = rates.signInsPerWorkday }: ReturnType<TenantOptionsOf>): void {
  if (population.users * days * activity <= signInsAtMost) return;
  throw new Fault('memory-exhausted', 'so many people, days and sign-ins are too much for the format mixed', {
    hint: 'Give fewer --users or --days, a lower --activity, or another --format.',
  });
}

/** Reads back what `goose,diagnostic` wrote, where each line is a record or has it as its `properties`. */
async function readWhole(folder: string): Promise<Evidence> {
  const signIn: SignIn[] = [];
  const directoryAudit: DirectoryAudit[] = [];
  const unifiedAudit: UnifiedAudit[] = [];
  const graphActivity: GraphActivity[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const text = await readFile(path, 'utf8');
    const lines = text.split(/\r?\n/).filter((line) => line !== '');
    const name = path.slice(folder.length).replaceAll('\\', '/');
    if (name.includes('/signin_')) for (const line of lines) signIn.push(JSON.parse(line) as SignIn);
    else if (name.includes('/entraid_audit_logs/'))
      for (const line of lines) directoryAudit.push(JSON.parse(line) as DirectoryAudit);
    else if (name.includes('/m365/')) for (const line of lines) unifiedAudit.push(JSON.parse(line) as UnifiedAudit);
    else for (const line of lines) graphActivity.push(requestOf(line));
  }
  return mergeEvidence([{ signIn, directoryAudit, unifiedAudit, graphActivity }]);
}

function requestOf(line: string): GraphActivity {
  const { properties } = JSON.parse(line) as { properties: GraphActivity & { atContent: string } };
  const { atContent: _content, ...request } = properties;
  // To the millisecond, as records have it here.
  return { ...request, timeGenerated: `${request.timeGenerated.slice(0, 23)}Z` };
}
