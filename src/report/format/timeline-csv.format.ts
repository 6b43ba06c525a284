import { literal, sql, type Sql } from '../../store/sql.ts';
import { replaceFile } from '../atomic-file.ts';
import type { OutputFormat } from '../output-format.ts';
import { matchedRecords } from '../read/matched-record.ts';

/**
 * Every matched record as a row for Timesketch, whose three columns come first. RFC 4180 with line feeds. Written by the
 * engine, so that its size does not matter.
 */
const timelineCsv: OutputFormat = {
  name: 'timeline.csv',
  async write(store, directory) {
    await replaceFile(directory, this.name, async (temporaryPath) => {
      await store.run(sql`copy (${timeline}) to ${literal(temporaryPath)} (format csv, header, use_tmp_file false)`);
    });
  },
};

export default timelineCsv;

const timeline = sql`
  select ${cell(sql`iso(matched.time)`)} as datetime,
    'Record matched a detection' as timestamp_desc,
    ${cell(
      sql`concat(coalesce(detection.title, finding.detection), ': ', coalesce(matched.operation, 'record'), ' by ',
        coalesce(matched.principal, 'unknown'), ' from ', coalesce(matched.ip, 'unknown address'))`,
    )} as message,
    ${cell(sql`finding.detection`)} as detection,
    ${cell(sql`finding.severity`)} as severity,
    ${cell(sql`array_to_string(list_sort(coalesce(detection.techniques, [])), ' ')`)} as techniques,
    ${cell(sql`matched.principal`)} as principal,
    ${cell(sql`matched.ip`)} as ip,
    ${cell(sql`matched.operation`)} as operation,
    ${cell(sql`evidence_file.path`)} as file,
    evidence_file.sha256 as sha256,
    matched.record as record,
    finding.id as finding
  from (${matchedRecords}) matched
  join finding on finding.id = matched.finding
  left join detection on detection.detection = finding.detection
  left join evidence_file using (file_id)
  order by matched.time nulls last, evidence_file.path, evidence_file.sha256, matched.file_id, matched.record, finding.id`;

/** A spreadsheet takes a cell that begins like this for a formula; an apostrophe in front makes it text. */
function cell(value: Sql): Sql {
  return sql`case when regexp_matches(${value}, '^[-=+@\\t\\r]') then '''' || ${value} else ${value} end`;
}
