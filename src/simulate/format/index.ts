import type { Format } from './format.ts';
import diagnosticLines from './diagnostic-lines.writer.ts';
import diagnosticRecords from './diagnostic-records.writer.ts';
import gooseLines from './goose-lines.writer.ts';
import graphArray from './graph-array.writer.ts';
import graphAuditLogRecord from './graph-audit-log-record.writer.ts';
import graphConcatenatedArrays from './graph-concatenated-arrays.writer.ts';
import graphLines from './graph-lines.writer.ts';
import graphPage from './graph-page.writer.ts';
import logAnalyticsCsv from './log-analytics-csv.writer.ts';
import logAnalyticsJson from './log-analytics-json.writer.ts';
import logAnalyticsLines from './log-analytics-lines.writer.ts';
import managementApi from './management-api.writer.ts';
import mesAuditDataOnly from './mes-audit-data-only.writer.ts';
import mesCsv from './mes-csv.writer.ts';
import mesJson from './mes-json.writer.ts';
import mesJsonText from './mes-json-text.writer.ts';
import mesJsonl from './mes-jsonl.writer.ts';
import portalCsv from './portal-csv.writer.ts';
import portalJson from './portal-json.writer.ts';
import purviewCsv from './purview-csv.writer.ts';
import purviewCsvOld from './purview-csv-old.writer.ts';
import searchCsv from './search-csv.writer.ts';
import searchJson from './search-json.writer.ts';
import siemCsv from './siem-csv.writer.ts';

/** Every export format that the simulation can write, by id. */
export const formats: readonly Format[] = [
  diagnosticLines,
  diagnosticRecords,
  gooseLines,
  graphArray,
  graphAuditLogRecord,
  graphConcatenatedArrays,
  graphLines,
  graphPage,
  logAnalyticsCsv,
  logAnalyticsJson,
  logAnalyticsLines,
  managementApi,
  mesAuditDataOnly,
  mesCsv,
  mesJson,
  mesJsonText,
  mesJsonl,
  portalCsv,
  portalJson,
  purviewCsv,
  purviewCsvOld,
  searchCsv,
  searchJson,
  siemCsv,
];
