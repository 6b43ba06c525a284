import type { Instant } from '../../shape/instant.ts';
import type { Severity } from '../../shape/severity.ts';
import { sql } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';

/** A credential with what is known of its kind. Nothing here is a secret. */
export type Credential = {
  id: string;
  kind: string;
  title: string;
  system: string;
  account: string;
  severity: Severity;
  firstSent: Instant | null;
  /** Who usually answers for this kind. */
  answers: string;
  lifetime: string;
  reset: string;
  command: string;
  proof: string;
};

/** All credentials of the case, the worst first, then by time and id. What is unknown is an empty text. */
export function readCredentials(store: Store): Promise<Credential[]> {
  return store.rows<Credential>(sql`
    select c.id, c.kind, coalesce(k.title, c.kind) as title, coalesce(c.system, k.system, '') as system, coalesce(c.account, '') as account,
      c.severity, iso(c.firstSent) as "firstSent", coalesce(k.owner, '') as answers, coalesce(k.lifetime, '') as lifetime,
      coalesce(k.reset, '') as reset, coalesce(k.command, '') as command, coalesce(k.proof, '') as proof
    from credential c left join credential_kind k using (kind)
    order by list_position(['critical', 'high', 'medium', 'low'], c.severity), c.firstSent nulls last, c.id`);
}
