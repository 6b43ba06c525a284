import { literal, sql, trusted, type Sql } from '../store/sql.ts';
import type { Need } from './check.ts';
import type { GraphRecord } from './graph-record.ts';

/** The roles that CISA calls highly privileged, by the ids of their templates. */
export const highlyPrivileged = [
  '62e90394-69f5-4237-9190-012177145e10',
  'e8611ab8-c189-46e8-94e1-60213ab1f814',
  'fe930be7-5e62-47db-91af-98c3a49a38b1',
  'f28a1f50-f6e7-4571-818b-6a12f2af6b6c',
  '29232cdf-9323-42fd-ade2-1d097af3e4de',
  '8ac3fc64-6eca-42ea-9e69-59f4c7b60eb2',
  '9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3',
  '158c047a-c907-4556-b7ef-446551a6b5f7',
] as const;

export const globalAdministrator = highlyPrivileged[0];

/** The list in SQL. */
export const highlyPrivilegedRoles: Sql = trusted(`(${highlyPrivileged.map((id) => literal(id).text).join(', ')})`);

/** Accounts that synchronise a directory hold these roles for good, by design. */
export const synchronisationRoles = sql`('d29b2b05-8046-44ba-8758-1e26182fcf32', 'a92aed5d-d78a-4d16-b381-09adb37eb3b0')`;

/** Without their kind, holders of roles may be groups or applications. */
export const needsAdministrators: Need = {
  what: 'directory role assignments with the users that hold them',
  tenants: sql`select distinct tenantId from fact_role_holder where principalType = 'user'`,
};

/** Role holders that are users; where the case does not say of anybody what he is, all of them. */
export const peopleWithRoles: Sql = sql`
  select * from fact_role_holder where principalType = 'user'
    or (principalType is null and tenantId not in (${needsAdministrators.tenants}))`;

/** Says that rules of PIM of such roles are in the case. */
export function rulesOf(what: string, condition: Sql, rule: string): Need {
  return {
    what: `rules of PIM (roleManagementPolicyAssignments) of ${what}`,
    tenants: sql`select distinct tenantId from (${rules}) where ${condition} and starts_with(path, ${`${rule}.`})`,
  };
}

/** Rules of PIM, with the role; those of a group that holds it have the group's name as `groupName`. */
const rules: Sql = sql`
  select tenantId, split_part(object, '/', 1) as roleId, nullif(split_part(object, '/', 2), '') as groupName, path, value, file_id, record
  from now_setting where policy = 'roleManagementPolicy'`;

/** Roles, each with what is set at the path of a rule: `values` is empty if nothing is. */
export function ruleOfRoles(rule: string, setting: string): Sql {
  const path = `${rule}.${setting}`;
  return sql`
    select p.tenantId, p.roleId as id, coalesce(k.name, p.roleId) || coalesce(' (group ' || p.groupName || ')', '') as name, p.roleId, p.groupName,
      coalesce(list(p.value) filter (where (p.path = ${path} or starts_with(p.path, ${`${path}[`})) and coalesce(p.value, '') not in ('', '[]')), []) as "values",
      min(p.file_id) as file_id, arg_min(p.record, p.file_id * 1e12 + p.record) as record
    from (${rules}) p left join known_role k on k.id = p.roleId
    where starts_with(p.path, ${`${rule}.`}) group by p.tenantId, p.roleId, p.groupName, k.name`;
}

/** Rules of a role as Graph gives them with its assignment of a policy. */
export function rolePolicy(roleDefinitionId: string, rulesOfIt: readonly GraphRecord[]): GraphRecord {
  const id = `DirectoryRole_tenant_${roleDefinitionId}`;
  return {
    id,
    policyId: id,
    roleDefinitionId,
    scopeId: '/',
    scopeType: 'DirectoryRole',
    policy: { id, displayName: 'DirectoryRole', isOrganizationDefault: false, scopeId: '/', rules: rulesOfIt },
  };
}

/** Whether somebody has to approve when the role is activated. */
export function approvalRule(isApprovalRequired: boolean): GraphRecord {
  return {
    '@odata.type': '#microsoft.graph.unifiedRoleManagementPolicyApprovalRule',
    id: 'Approval_EndUser_Assignment',
    setting: { isApprovalRequired, approvalMode: 'SingleStage', approvalStages: [] },
  };
}

/** Who is told by mail. */
export function notificationRule(id: string, recipients: readonly string[]): GraphRecord {
  return {
    '@odata.type': '#microsoft.graph.unifiedRoleManagementPolicyNotificationRule',
    id,
    notificationType: 'Email',
    recipientType: 'Admin',
    notificationLevel: 'All',
    isDefaultRecipientsEnabled: true,
    notificationRecipients: recipients,
  };
}
