import { eventTables, type EventTable } from '../../shape/detection.ts';
import { identifier, join, literal, sql, type Sql } from '../../store/sql.ts';

/**
 * Query: one row for every record of every finding, with the columns `finding` (its id), `detection`, `file_id`,
 * `record`, `source_table` and, out of the event, `time`, `principal`, `ip`, `operation`. A record that two findings
 * rest on comes twice. In no order.
 */
export const matchedRecords: Sql = join(eventTables.map(matchedIn), sql` union all `);

function matchedIn(table: EventTable): Sql {
  // A left join: a match counts as evidence even if its event had gone.
  return sql`
    select finding.id as finding, finding.detection, match.file_id, match.record, match.source_table,
      event.time, event.principal, event.ip, event.operation
    from match
    join finding on finding.detection = match.detection and finding.key is not distinct from match.key
    left join ${identifier(table)} event on event.file_id = match.file_id and event.record = match.record
    where match.source_table = ${literal(table)}`;
}
