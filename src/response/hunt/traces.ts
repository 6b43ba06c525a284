import { describeDirectory } from '../../directory/describe-directory.ts';
import { sql } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';
import { findIdentities } from '../proof/identity.ts';
import { hunt } from './hunt.ts';

/** What one exposed identity did since its exposure, by one log. Times are ISO 8601 in UTC. */
export type Trace = {
  type: 'user' | 'application';
  id: string;
  /** Null if no message with the credential has a time. */
  since: string | null;
  log: string;
  before: number;
  after: number;
  first: string | null;
  last: string | null;
  newAddresses: string[];
  newCountries: string[];
  newAgents: string[];
  newTargets: string[];
  newOperations: string[];
  /** How far the log reaches at all, and whether that holds the time of the exposure. */
  coveredFrom: string;
  coveredTo: string;
  isCovered: boolean;
};

/** Hunts every identity that a credential in the register signs in as; by type, id and log. */
export async function huntIdentities(store: Store): Promise<Trace[]> {
  await describeDirectory(store);
  await findIdentities(store);
  await hunt(store);
  return store.rows<Trace>(sql`
    select type, id, iso(since) as since, log, before, after, iso(first) as first, iso(last) as last, newAddresses as "newAddresses",
      newCountries as "newCountries", newAgents as "newAgents", newTargets as "newTargets", newOperations as "newOperations",
      iso(coveredFrom) as "coveredFrom", iso(coveredTo) as "coveredTo", coalesce(coveredFrom <= since, false) as "isCovered"
    from hunt_trace order by type, id, log`);
}
