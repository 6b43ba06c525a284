import { sql, type Sql } from '../../store/sql.ts';

/** The mailbox that a Graph request for mail asks for, user id or name in lower case; of `/me` the user who asks. */
export const mailboxOfRequest: Sql = sql`lower(coalesce(
  nullif(replace(regexp_extract(requestUri, '(?i)/users\\(?[/'']([^/'')?]+)', 1), '%40', '@'), ''),
  case when contains(lower(requestUri), '/me/') then userId end))`;
