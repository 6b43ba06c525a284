import { identifier, join, sql, type Sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { mailboxNode, sets } from './edge.ts';
import { exchangeGroupNode } from './exchange.ts';
import { allEdges } from './registry.ts';

/**
 * Makes the graph of who can become whom of what `describeDirectory` prepared: tables `privilege_edge` (`edge`, `from`, `to`,
 * `cost`, `because`, `file_id`, `record`; `fromHash` and `toHash`, since millions of edges are gone through often) and `privilege_node` (`id`, `tenantId`, `type`, `name`). They go with the connection.
 *
 * Besides objects of the directory and `sets` there are nodes of the types `role`, `mailbox`, `exchange-group` for a role group
 * of Exchange, and `external` for a tenant, or an issuer and subject of tokens, outside of the case.
 *
 * @param only draws edges of this kind alone.
 */
export async function buildGraph(store: Store, only?: string): Promise<void> {
  await store.run(sql`create or replace temp table privilege_edge (
    edge varchar, tenantId varchar, "from" varchar, "to" varchar, cost integer, because varchar, file_id integer, record bigint,
    fromHash ubigint, toHash ubigint)`);
  const edges = await allEdges();
  for (const { edge, cost, rows } of edges.filter((one) => only === undefined || one.edge === only)) {
    const own = (await hasCost(store, rows)) ? sql`coalesce(cost, ${cost})` : sql`${cost}`;
    await store.run(sql`insert into privilege_edge
      select ${edge}, tenantId, "from", "to", ${own}::integer, because, file_id, record, hash("from"), hash("to") from (${rows})
      where "from" is not null and "to" is not null and "from" <> "to"`);
  }
  await mergeRepeated(store);
  await buildNodes(store);
}

async function hasCost(store: Store, rows: Sql): Promise<boolean> {
  const found = await store.rows(sql`select 1 as found from (describe ${rows}) where column_name = 'cost'`);
  return found.length > 0;
}

/** Where several records say the same, one of them stands for the edge. */
async function mergeRepeated(store: Store): Promise<void> {
  const key = sql`hash(edge, fromHash, toHash)`;
  await store.run(sql`create or replace temp table edge_repeated as
    select ${key} as hash from privilege_edge group by all having count(*) > 1`);
  const isRepeated = sql`${key} in (select hash from edge_repeated)`;
  await store.run(sql`create or replace temp table edge_merged as
    select edge, "from", "to", fromHash, toHash,
      min({ cost: cost, file_id: file_id, record: record, because: because, tenantId: tenantId }) as least
    from privilege_edge where ${isRepeated} group by all`);
  await store.run(sql`delete from privilege_edge where ${isRepeated}`);
  await store.run(sql`insert into privilege_edge
    select edge, least.tenantId, "from", "to", least.cost, least.because, least.file_id, least.record, fromHash, toHash from edge_merged`);
  for (const name of ['edge_repeated', 'edge_merged']) await store.run(sql`drop table ${identifier(name)}`);
}

/** Which tenant's, where the case has several: its ends and roles are called alike. */
const ofTenant = sql`case when (select count(*) from settled_tenant) > 1 then ' of ' || t.name else '' end`;

async function buildNodes(store: Store): Promise<void> {
  const names = Object.entries(sets).map(
    ([set, name]) =>
      sql`select ${set} || ':' || tenantId as id, tenantId, ${set} as type, ${name} || ${ofTenant} as name from settled_tenant t`,
  );
  await store.run(sql`create or replace temp table privilege_node as
    select id, any_value(tenantId) as tenantId, any_value(type) as type, any_value(name) as name from (
      select id, tenantId, type, name from fact_principal where type <> 'application'
      union all select id, tenantId, 'application', name || ' (registration)' from fact_principal where type = 'application'
      union all ${join(names, sql` union all `)}
      union all select distinct 'role:' || tenantId || ':' || roleId, tenantId, 'role', roleName || ${ofTenant} from fact_role_assignment join settled_tenant t using (tenantId)
      union all select ${mailboxNode(sql`tenantId`, sql`address`)}, tenantId, 'mailbox', address from fact_mailbox
      union all select ${exchangeGroupNode(sql`tenantId`, sql`roleGroup`)}, tenantId, 'exchange-group', roleGroup from now_role_group_member
      union all select ${exchangeGroupNode(sql`tenantId`, sql`assignee`)}, tenantId, 'exchange-group', assignee
        from now_exchange_assignment where assigneeType = 'RoleGroup'
    ) group by id`);
  // What edges name and no export describes.
  await store.run(sql`insert into privilege_node
    select id, any_value(tenantId), case when contains(id, ':') then split_part(id, ':', 1) else 'object' end,
      any_value(case when starts_with(id, 'external:') then substring(id, 10) else id end)
    from (select "from" as id, tenantId from privilege_edge union all select "to", tenantId from privilege_edge)
    where id not in (select id from ${identifier('privilege_node')}) group by id`);
}
