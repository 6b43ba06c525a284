import type { Log } from '../shape/detection.ts';
import type { Severity } from '../shape/severity.ts';
import type { DirectoryTableName } from '../store/directory-tables.ts';
import { identifier, sql, trusted, type Sql } from '../store/sql.ts';

/** `not-examined` where an export is missing: never a good sign. */
export const verdicts = ['met', 'not-met', 'not-examined'] as const;

export type Verdict = (typeof verdicts)[number];

/** Something that must be in the case for a check to say anything about a tenant. */
export interface Need {
  /** As a reader knows it, such as `users with their sign-in times`. */
  readonly what: string;
  /** Query for the `tenantId`s that have it. */
  readonly tenants: Sql;
}

/** Records of one tenant, mixed as they come, in any format that the importer reads; and what the check says of them. */
export interface CheckExample {
  readonly name: string;
  readonly records: readonly Readonly<Record<string, unknown>>[];
  readonly verdict: Verdict;
  /** Ids of the objects that it names, sorted. */
  readonly objects?: readonly string[];
  /** Severities of those of them for which it is not the check's. */
  readonly severities?: Readonly<Record<string, Severity>>;
}

/**
 * One question to a tenant's configuration: a file `<id>.check.ts` with this as its default export. It reads the tables `now_…`
 * and `fact_…` of the room `directory`.
 */
export interface Check {
  /** The file name without endings, e.g. `full-access-as-app`. */
  readonly check: string;
  /** What is so if it is met, as a sentence: `No application may open every mailbox`. */
  readonly title: string;
  /** Id of the lesson in `content/lesson/` that it tests. */
  readonly lesson: string;
  readonly severity: Exclude<Severity, 'informational'>;
  /** What an attacker does with it. */
  readonly risk: string;
  /** How it was used against Microsoft in 2023 and 2024, or how it would have helped. */
  readonly incident: string;
  /** Public pages of Microsoft or CISA that ask for it. */
  readonly references: readonly string[];
  /** Policies of CISA's SCuBA baseline that ask for the same, without version, such as `MS.AAD.7.1`; a comment says where ours differs. */
  readonly scuba?: readonly string[];
  readonly fix: {
    /** Where in the admin centers. */
    readonly portal: string;
    /** PowerShell or a Graph request, for one object. */
    readonly command: string;
  };
  /** Of all of these something must be in the case. */
  readonly needs: readonly Need[];
  /**
   * The objects that break it: `tenantId`, `type`, `id`, `name`, `because` (a clause such as `last used 2021-05-06`), `file_id` and
   * `record`; and `severity` if it differs from object to object: null, or no such column, is the check's.
   */
  readonly objects: Sql;
  readonly examples: readonly CheckExample[];
}

/** Says that anything of this table is in the case. */
export function exported(what: string, table: DirectoryTableName, condition: Sql = trusted('true')): Need {
  return { what, tenants: sql`select distinct tenantId from ${identifier(`now_${table}`)} where ${condition}` };
}

/** Says that a policy is in the case; with a path, that it has this value. */
export function exportedPolicy(what: string, policy: string, path?: string): Need {
  const isAt = path === undefined ? sql`` : sql` and path = ${path.toLowerCase()}`;
  return { what, tenants: sql`select distinct tenantId from now_setting where policy = ${policy}${isAt}` };
}

/** Says that logs of one of these kinds are in the case: they count for every tenant of it. */
export function logged(what: string, ...logs: readonly Log[]): Need {
  const asked = logs.map((log) => sql`exists (select 1 from coverage where log = ${log})`);
  return {
    what,
    tenants: sql`select tenantId from settled_tenant where ${asked.reduce((all, one) => sql`${all} or ${one}`)}`,
  };
}

/** The value of a policy at a path, as text; null if it is not there. For the tenant of the row that is read. */
export function settingOf(tenantId: Sql, policy: string, path: string): Sql {
  return sql`(select max(value) from now_setting s where s.tenantId = ${tenantId} and s.policy = ${policy} and s.path = ${path.toLowerCase()})`;
}

/** Of administrators alone, as some exports have them, names are not known. */
export const needsUsers = exported('users', 'user', sql`userPrincipalName is not null`);
export const needsUse: Need = {
  what: 'users with their sign-in times (signInActivity), or sign-in logs',
  tenants: sql`select distinct tenantId from fact_user where knowsUse or exists (select 1 from sign_in)`,
};
export const needsServicePrincipals = exported('service principals', 'service_principal');
export const needsPermissions = exported('application permissions (appRoleAssignments)', 'app_role_assignment');
export const needsConsents = exported('delegated permissions (oauth2PermissionGrants)', 'delegated_grant');
export const needsRoles = exported('directory role assignments', 'role_assignment');
export const needsConditionalAccess = exported('conditional access policies', 'conditional_access_policy');
export const needsRegistration = exported(
  'registered authentication methods (userRegistrationDetails)',
  'registration',
);
export const needsCredentials = exported('credentials of applications and service principals', 'credential');
