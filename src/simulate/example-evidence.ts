import diagnosticLines from './format/diagnostic-lines.writer.ts';
import type { WrittenFile } from './format/format.ts';
import gooseLines from './format/goose-lines.writer.ts';
import graphConcatenatedArrays from './format/graph-concatenated-arrays.writer.ts';
import { jsonLines } from './format/json-lines.ts';
import logAnalyticsCsv from './format/log-analytics-csv.writer.ts';
import portalCsv from './format/portal-csv.writer.ts';
import portalJson from './format/portal-json.writer.ts';
import purviewCsv from './format/purview-csv.writer.ts';
import searchJson from './format/search-json.writer.ts';
import { gzipFile } from './gzip-file.ts';
import type { SignIn } from './record.ts';
import type { Scenario } from './scenario/evidence.ts';
import { zipArchive } from './zip-archive.ts';

/** A day of which no export holds a user's sign-in; a Wednesday, and the attacker rested. */
export const missingDay = '2023-12-13';

/** From one collector to the next. The unified audit log overlaps by two days, applications' sign-ins by more. */
const portalFrom = '2023-12-20';
const extractorFrom = '2023-12-24';
const applicationsAgainFrom = '2024-01-05';
const purviewFrom = '2024-01-01';
const gooseUntil = '2024-01-03';

const isUser = (record: SignIn) => record.userId !== '';
const isOn = (time: string, from: string, until: string) => time >= from && time < until;

/**
 * What a responder would hold of the scenario: exports by several tools, by path below `evidence/`. Some overlap, one is damaged,
 * one day is missing; `README.md` of the examples says where.
 */
export function exampleEvidence({ production, test }: Scenario): WrittenFile[] {
  const users = production.signIn.filter((record) => isUser(record) && !record.createdDateTime.startsWith(missingDay));
  const applications = production.signIn.filter((record) => !isUser(record));
  const during = (from: string, until: string) => users.filter((record) => isOn(record.createdDateTime, from, until));
  const unified = (from: string, until: string) =>
    production.unifiedAudit.filter((record) => isOn(record.CreationTime, from, until));

  const recent = during(extractorFrom, '2024-02-01');
  return [
    ...into('test-tenant', portalCsv.signIn?.(test.signIn)),
    ...into('test-tenant', portalJson.directoryAudit?.(test.directoryAudit)),
    {
      name: 'goose/entraid/signin_rt/rt_signin_log_2023-11-13_2023-12-19.json.gz',
      bytes: gzipFile(Buffer.from(jsonLines(during('2023-11-01', portalFrom), '\n'))),
    },
    ...into('entra', portalJson.signIn?.(during(portalFrom, extractorFrom).filter((record) => record.isInteractive))),
    {
      name: 'entra/NonInteractiveSignIns_2023-12-20_2023-12-23.zip',
      bytes: zipArchive(
        portalCsv.signIn?.(during(portalFrom, extractorFrom).filter((record) => !record.isInteractive)) ?? [],
      ),
    },
    { name: 'mes/Output.zip', bytes: zipArchive(into('Output', graphConcatenatedArrays.signIn?.(recent))) },
    ...into('sentinel', logAnalyticsCsv.signIn?.(applications)),
    ...into(
      'mes/Output',
      graphConcatenatedArrays.signIn?.(
        applications.filter((record) => record.createdDateTime >= applicationsAgainFrom),
      ),
    ),
    ...into('diagnostic', diagnosticLines.directoryAudit?.(production.directoryAudit)),
    ...into('diagnostic', diagnosticLines.graphActivity?.(production.graphActivity)).map(truncated),
    ...into('goose', gooseLines.unifiedAudit?.(unified('2023-11-01', gooseUntil))).map((file) => ({
      name: `${file.name}.gz`,
      bytes: gzipFile(file.bytes),
    })),
    ...into('purview', purviewCsv.unifiedAudit?.(unified(purviewFrom, '2024-02-01'))).map((file) => ({
      ...file,
      name: 'purview/audit-export.csv',
    })),
    ...into(
      'exchange',
      searchJson.unifiedAudit?.(production.unifiedAudit.filter((record) => record.Operation === 'New-InboxRule')),
    ),
  ].toSorted((left, right) => (left.name < right.name ? -1 : 1));
}

function into(folder: string, files: readonly WrittenFile[] = []): WrittenFile[] {
  return files.map(({ name, bytes }) => ({ name: `${folder}/${name}`, bytes }));
}

/** As a copy that broke off within the last record. */
function truncated({ name, bytes }: WrittenFile): WrittenFile {
  return { name, bytes: bytes.slice(0, -400) };
}
