import type { TimeWindow } from '../../shape/instant.ts';
import { sql } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';

/** The time that the detections looked at; both ends open if they looked at everything. */
export async function readWindow(store: Store): Promise<TimeWindow> {
  const rows = await store.rows<{ key: string; value: string }>(
    sql`select key, value from meta where key in ('since', 'until')`,
  );
  return Object.fromEntries(rows.map(({ key, value }) => [key, value]));
}

/** `from … on`, `before …` or `from … to before …`; empty if the window is open at both ends. */
export function windowText({ since, until }: TimeWindow): string {
  if (since === undefined && until === undefined) return '';
  if (until === undefined) return `from ${since} on`;
  return since === undefined ? `before ${until}` : `from ${since} to before ${until}`;
}
