import { literal, sql, type Sql } from '../store/sql.ts';

/** Records of one or two tenants, mixed as they come, and which edges of the kind they give: `from -> to`, sorted. */
export interface EdgeExample {
  readonly name: string;
  readonly records: readonly Readonly<Record<string, unknown>>[];
  readonly edges: readonly string[];
}

/**
 * One way in which whoever is `from` can become, or act as, `to`: a file `<id>.edge.ts` with this as its default export. It reads
 * the tables `now_…`, `known_…` and `fact_…` of the room `directory`.
 */
export interface Edge {
  /** The file name without endings, e.g. `owns-application`. */
  readonly edge: string;
  /** As a verb between both ends, e.g. `owns the application`. */
  readonly title: string;
  /**
   * 0: has it already; 1: one act that nobody is told of; 2: an act that others notice, or an activation; 3: conditions that the
   * exports do not tell must hold; 4: a person has to do something first.
   */
  readonly cost: 0 | 1 | 2 | 3 | 4;
  /** Why it holds. */
  readonly why: string;
  /** How it is abused, in one or two sentences. */
  readonly abuse: string;
  /** How it is closed. */
  readonly close: { readonly portal: string; readonly command: string };
  /** Public pages that say so. */
  readonly references: readonly string[];
  /** `tenantId` (of `to`), `"from"`, `"to"` (ids of nodes, see {@link nodeOf}), `because`, `file_id`, `record`; `cost` if it differs from row to row. */
  readonly rows: Sql;
  readonly examples: readonly EdgeExample[];
}

/**
 * Nodes that are no object of the directory, one a tenant:
 * the ends `mailboxes` (all of them) and `global-admin`; and sets through which one right leads to many objects: `applications`
 * (applications registered here and service principals that can be changed here), `registrations` and `service-principals` (the
 * one or the other alone), `users` (all), `ordinary-users` (without a
 * directory role), `groups` (that cannot be given roles), of them `security-groups` and `microsoft-365-groups`, and `role-groups`
 * (that can be given roles).
 */
export const sets = {
  mailboxes: 'every mailbox',
  'global-admin': 'Global Administrator',
  applications: 'every application',
  registrations: 'every application registered here',
  'service-principals': 'every service principal that takes changes here',
  users: 'every user',
  'ordinary-users': 'every user without a directory role',
  groups: 'every group without roles',
  'security-groups': 'every security group without roles',
  'microsoft-365-groups': 'every Microsoft 365 group without roles',
  'role-groups': 'every group that can hold roles',
} as const;

export type NodeSet = keyof typeof sets;

/** Id of the node for a set in a tenant. */
export function nodeOf(set: NodeSet, tenantId: Sql): Sql {
  return sql`${literal(`${set}:`)} || ${tenantId}`;
}

/** Id of the node for a directory role in a tenant; Global Administrator is the end. */
export function roleNode(tenantId: Sql, roleId: Sql): Sql {
  return sql`case when ${roleId} = '62e90394-69f5-4237-9190-012177145e10' then 'global-admin:' || ${tenantId} else 'role:' || ${tenantId} || ':' || ${roleId} end`;
}

/** Id of the node for one mailbox, by its address. */
export function mailboxNode(tenantId: Sql, address: Sql): Sql {
  return sql`'mailbox:' || ${tenantId} || ':' || ${address}`;
}

/** True if the list of powers has one of these; see `content/permission/README.md`. */
export function hasPower(power: Sql, ...powers: readonly string[]): Sql {
  return sql`list_has_any(${power}, from_json(${JSON.stringify(powers)}, '["VARCHAR"]'))`;
}
