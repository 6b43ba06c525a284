import { sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import type { ExitCode } from './command.ts';
import type { Terminal } from './terminal.ts';

/**
 * The exit code of a command that speaks of credentials: 3 if no mail was ever scanned into the case, and then it is said. "No
 * credentials" would sound like good news.
 */
export async function exitCodeAfterScan(store: Store, terminal: Terminal, code: ExitCode): Promise<ExitCode> {
  const { isScanned } = await store.row<{ isScanned: boolean }>(
    sql`select exists (select 1 from mail_file) or exists (select 1 from credential) as "isScanned"`,
  );
  if (isScanned) return code;
  terminal.complain(
    'no mail was scanned into this case, so nothing is known of credentials: snowfence scan PATH --case DIR',
  );
  return 3;
}
