import { sql } from '../../store/sql.ts';
import { bare, moment, typeName } from '../directory-source.ts';
import { sameNamed, texts } from '../source.ts';
import type { AzurehoundFill } from './azurehound-fields.ts';
import { falseIfLeftOut } from './azurehound-people.ts';

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
];
