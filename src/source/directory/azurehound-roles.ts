import { sql, type Sql } from '../../store/sql.ts';
import { bare, moment, typeName } from '../directory-source.ts';
import { sameNamed, texts } from '../source.ts';
import type { AzurehoundFill, AzurehoundSql } from './azurehound-fields.ts';
import { falseIfLeftOut } from './azurehound-people.ts';

/** Settings of PIM's rules, under the paths that Graph has for them: what AzureHound leaves out is false. */
const rules = (field: AzurehoundSql): Sql => {
  const enabled = sql`list_filter([case when ${field.requiresMfa} then 'MultiFactorAuthentication' end,
    case when ${field.requiresJustification} then 'Justification' end,
    case when ${field.requiresTicket} then 'Ticketing' end], lambda r: r is not null)`;
  return sql`list_concat([
      {'path': 'approval_enduser_assignment.setting.isapprovalrequired', 'value': coalesce(${field.requiresApproval}, false)::varchar},
      {'path': 'authenticationcontext_enduser_assignment.isenabled', 'value': coalesce(${field.requiresContext}, false)::varchar}
    ], case when len(${enabled}) = 0 then [{'path': 'enablement_enduser_assignment.enabledrules', 'value': '[]'}]
      else list_transform(${enabled}, lambda r, i: {'path': 'enablement_enduser_assignment.enabledrules[' || (i - 1) || ']', 'value': r}) end)`;
};

/** Roles of the directory and who has them or may take them. */
export const roleFills: readonly AzurehoundFill[] = [
  {
    table: 'role_definition',
    kind: 'AZRole',
    columns: (field) => ({
      ...sameNamed(field, ['displayName']),
      id: bare(field.id),
      templateId: bare(field.templateId),
      isBuiltIn: falseIfLeftOut(field.isBuiltIn, field.displayName),
      actions: sql`unfolded_list(${field.rolePermissions}) ->> '$[*].allowedResourceActions[*]'`,
    }),
  },
  {
    table: 'role_assignment',
    kind: 'AZRoleAssignment',
    each: [
      {
        list: 'roleAssignments',
        fields: texts({
          roleDefinitionId: 'roleDefinitionId',
          principalId: 'principalId',
          principalType: 'principal/@odata.type',
          directoryScopeId: 'directoryScopeId',
        }),
      },
    ],
    columns: (field, item) => ({
      principalId: bare(item('principalId')),
      principalType: typeName(item('principalType')),
      roleId: sql`coalesce(${bare(item('roleDefinitionId'))}, ${bare(field.roleDefinitionId)})`,
      // AzureHound writes `/` for an administrative unit, too: it may be less than the whole tenant, never more.
      scope: bare(item('directoryScopeId')),
      state: sql`'active'`,
    }),
  },
  {
    table: 'role_assignment',
    kind: 'AZRoleEligibilityScheduleInstance',
    columns: (field) => ({
      principalId: bare(field.principalId),
      roleId: bare(field.roleDefinitionId),
      scope: bare(field.directoryScopeId),
      state: sql`'eligible'`,
      startDateTime: moment(field.startDateTime),
    }),
  },
  {
    table: 'setting',
    kind: 'AZRoleManagementPolicyAssignment',
    columns: (field) => ({
      policy: sql`'roleManagementPolicy'`,
      object: bare(field.roleDefinitionId),
      path: sql`unnest(list_transform(${rules(field)}, lambda r: r.path))`,
      value: sql`unnest(list_transform(${rules(field)}, lambda r: r.value))`,
    }),
  },
];
