import { Fault } from '../../shape/fault.ts';
import { sql } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';

/**
 * Domains of the tenants whose directories are in the case, and those that were given; sorted, in lower case.
 *
 * @throws Fault `nothing-to-read` if there are none: then everybody would pass for a stranger.
 */
export async function ownDomains(store: Store, given: readonly string[]): Promise<string[]> {
  const rows = await store.rows<{ domain: string }>(sql`
    select distinct lower(domain) as domain from (
      select id as domain from directory_domain union all select defaultDomain from directory_tenant
    ) where domain is not null`);
  const domains = new Set([...given.map((domain) => domain.toLowerCase()), ...rows.map(({ domain }) => domain)]);
  if (domains.size === 0) {
    throw new Fault('nothing-to-read', 'no domain of your own organization is known', {
      hint: 'Give it with --own-domain, several times if you have several; the case has no export of a directory that says it.',
    });
  }
  return [...domains].toSorted();
}
