import { identifier, join, sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { mailboxNode, sets } from './edge.ts';
import { exchangeGroupNode } from './exchange.ts';
import { allEdges } from './registry.ts';

/**
 * Makes the graph of who can become whom of what `describeDirectory` prepared: tables `privilege_edge` (`edge`, `from`, `to`,
 * `cost`, `because`, `file_id`, `record`) and `privilege_node` (`id`, `tenantId`, `type`, `name`). They go with the connection.
 *
 * Besides objects of the directory and `sets` there are nodes of the types `role`, `mailbox`, `exchange-group` for a role group
 * of Exchange, and `external` for a tenant, or an issuer and subject of tokens, outside of the case.
 *
 * @param only draws edges of this kind alone.
 */
export async function buildGraph(store: Store, only?: string): Promise<void> {
  await store.run(sql`create or replace temp table privilege_edge (
    edge varchar, tenantId varchar, "from" varchar, "to" varchar, cost integer, because varchar, file_id integer, record bigint)`);
  const edges = await allEdges();
  for (const { edge, cost, rows } of edges.filter((one) => only === undefined || one.edge === only)) {
    await store.run(sql`create or replace temp table edge_row as ${rows}`);
    const columns = await store.rows<{ name: string }>(
      sql`select column_name as name from duckdb_columns() where table_name = 'edge_row' and column_name = 'cost'`,
    );
    const own = columns.length > 0 ? sql`coalesce(cost, ${cost})` : sql`${cost}`;
    const isEdge = sql`"from" is not null and "to" is not null and "from" <> "to"`;
    await store.run(sql`create or replace temp table edge_repeated as
      select hash("from", "to") as hash from edge_row where ${isEdge} group by all having count(*) > 1`);
    const isRepeated = sql`hash("from", "to") in (select hash from edge_repeated)`;
    const values = sql`${own}::integer as cost, because, file_id, record`;
    await store.run(sql`insert into privilege_edge by name
      select ${edge} as edge, tenantId, "from", "to", ${values} from edge_row where ${isEdge} and not ${isRepeated}`);
    // Where several records say the same, one of them stands for the edge.
    await store.run(sql`insert into privilege_edge
      select ${edge}, least.tenantId, "from", "to", least.cost, least.because, least.file_id, least.record from (
        select "from", "to", min({ cost: ${own}::integer, file_id: file_id, record: record, because: because, tenantId: tenantId }) as least
        from edge_row where ${isEdge} and ${isRepeated} group by "from", "to"
      )`);
  }
  for (const name of ['edge_row', 'edge_repeated']) await store.run(sql`drop table if exists ${identifier(name)}`);
  await buildNodes(store);
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
