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
import type { Evidence } from './scenario/evidence.ts';
import { later } from './scenario/moment.ts';
import { zipArchive } from './zip-archive.ts';

/** From one collector to the next. The unified audit log overlaps by two days, applications' sign-ins by more. */
export interface Collectors {
  readonly portalFrom: string;
  readonly extractorFrom: string;
  readonly applicationsAgainFrom: string;
  readonly purviewFrom: string;
  readonly gooseUntil: string;
  /** A day of which no export holds a user's sign-in in production. */
  readonly missingDay: string;
}

/** Days on which the collectors change, in sixty-firsts of the time. */
export function collectorsOf(firstDay: string, days: number): Collectors {
  const at = (share: number) =>
    later(`${firstDay}T00:00:00.000Z`, Math.round((share * days) / 61) * 24 * 60).slice(0, 10);
  return {
    portalFrom: at(37),
    extractorFrom: at(40),
    applicationsAgainFrom: at(53),
    purviewFrom: at(49),
    gooseUntil: at(51),
    missingDay: at(30),
  };
}

const isUser = (record: SignIn) => record.userId !== '' || record.userPrincipalName !== '';
const until = 'z';

/** Log and id of what no collector gets of production: the sign-ins of a day, and the last request to Graph, within which a copy broke off. */
export function lostRecords(production: Evidence, { missingDay }: Collectors): ReadonlySet<string> {
  const signIns = production.signIn.filter((record) => isUser(record) && record.createdDateTime.startsWith(missingDay));
  const last = production.graphActivity.at(-1)?.requestId ?? '';
  return new Set([...signIns.map(({ id }) => `signIn ${id}`), `graphActivity ${last}`]);
}

/**
 * What a responder would hold of two tenants: exports by several tools. Some overlap, one is damaged, one day is missing;
 * `README.md` of the examples says where.
 *
 * @param test without records if there is no test tenant.
 */
export function exampleEvidence(production: Evidence, test: Evidence, collectors: Collectors): WrittenFile[] {
  const { portalFrom, extractorFrom, applicationsAgainFrom, purviewFrom, gooseUntil, missingDay } = collectors;
  const users = production.signIn.filter((record) => isUser(record) && !record.createdDateTime.startsWith(missingDay));
  const applications = production.signIn.filter((record) => !isUser(record));
  const during = (from: string, to: string) => users.filter((record) => isOn(record.createdDateTime, from, to));
  const unified = (from: string, to: string) =>
    production.unifiedAudit.filter((record) => isOn(record.CreationTime, from, to));

  const [earliest, recent] = [during('', portalFrom), during(extractorFrom, until)];
  const [first, last] = [earliest.at(0), earliest.at(-1)].map((record) => record?.createdDateTime.slice(0, 10));
  const inPortal = during(portalFrom, extractorFrom);
  const renewals = portalCsv.signIn?.(inPortal.filter((record) => !record.isInteractive));
  return [
    ...zipped('test-tenant/SignIns.zip', portalCsv.signIn?.(test.signIn)),
    ...into('test-tenant', portalJson.directoryAudit?.(test.directoryAudit)),
    {
      name: `goose/entraid/signin_rt/rt_signin_log_${first}_${last}.json.gz`,
      bytes: gzipFile(Buffer.from(jsonLines(earliest, '\n'))),
    },
    ...into('entra', portalJson.signIn?.(inPortal.filter((record) => record.isInteractive))),
    ...zipped(`entra/${renewals?.[0]?.name.replace('.csv', '.zip') ?? ''}`, renewals),
    ...zipped('mes/Output.zip', into('Output', graphConcatenatedArrays.signIn?.(recent))),
    ...into('sentinel', logAnalyticsCsv.signIn?.(applications)),
    ...into(
      'mes/Output',
      graphConcatenatedArrays.signIn?.(
        applications.filter((record) => record.createdDateTime >= applicationsAgainFrom),
      ),
    ),
    ...into('diagnostic', diagnosticLines.directoryAudit?.(production.directoryAudit)),
    ...zipped(
      'diagnostic/graph-activity.zip',
      diagnosticLines.graphActivity?.(production.graphActivity).map(truncated),
    ),
    ...into('goose', gooseLines.unifiedAudit?.(unified('', gooseUntil))).map((file) => ({
      name: `${file.name}.gz`,
      bytes: gzipFile(file.bytes),
    })),
    ...into('purview', purviewCsv.unifiedAudit?.(unified(purviewFrom, until))).map(({ bytes }) => ({
      name: 'purview/audit-export.csv.gz',
      bytes: gzipFile(bytes),
    })),
    ...into(
      'exchange',
      searchJson.unifiedAudit?.(production.unifiedAudit.filter((record) => record.Operation === 'New-InboxRule')),
    ),
  ].toSorted((left, right) => (left.name < right.name ? -1 : 1));
}

const isOn = (time: string, from: string, to: string) => time >= from && time < to;

function into(folder: string, files: readonly WrittenFile[] = []): WrittenFile[] {
  return files.map(({ name, bytes }) => ({ name: `${folder}/${name}`, bytes }));
}

function zipped(name: string, members: readonly WrittenFile[] = []): WrittenFile[] {
  return members.length === 0 ? [] : [{ name, bytes: zipArchive(members) }];
}

/** As a copy that broke off within the last record. */
function truncated({ name, bytes }: WrittenFile): WrittenFile {
  return { name, bytes: bytes.slice(0, -400) };
}
