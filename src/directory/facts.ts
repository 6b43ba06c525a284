import { identifier, sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { permissionFacts } from './fact/permission.ts';
import { principalFacts } from './fact/principal.ts';
import { roleFacts } from './fact/role.ts';
import { applicationFacts } from './fact/application.ts';
import { methodFacts } from './fact/method.ts';
import { exchangeFacts } from './fact/exchange.ts';
import { conditionalAccessFacts } from './fact/conditional-access.ts';
import { mailboxFacts } from './fact/mailbox.ts';
import { conditionalAccessGapFacts } from './fact/conditional-access-gap.ts';

/** Derives all facts, in order. Call after `settleDirectory` and `loadReference`. */
export async function deriveFacts(store: Store): Promise<void> {
  for (const fact of [
    ...principalFacts,
    ...roleFacts,
    ...permissionFacts,
    ...applicationFacts,
    ...methodFacts,
    ...exchangeFacts,
    ...mailboxFacts,
    ...conditionalAccessFacts,
    ...conditionalAccessGapFacts,
  ]) {
    const kind = fact.isView === true ? sql`view` : sql`table`;
    await store.run(sql`create or replace temp ${kind} ${identifier(fact.name)} as ${fact.query}`);
  }
}
