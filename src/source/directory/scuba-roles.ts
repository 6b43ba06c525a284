import { sql, type Sql } from '../../store/sql.ts';
import { bare, moment } from '../directory-source.ts';
import { json, texts } from '../source.ts';
import { roleIdOf } from './role-name.ts';
import type { ScubaField, ScubaFill } from './scuba-fields.ts';
import { isSetting, settingColumns, wholeTree } from './setting-fill.ts';

/** Names, each once: a role that is held in two ways is told twice. */
const rolesOfEach = (roles: Sql): Sql => sql`list_sort(list_distinct(text_list(${roles})))`;

const role = {
  ...texts({ name: 'DisplayName', templateId: 'RoleTemplateId' }),
  assignments: json('Assignments'),
  rules: json('Rules'),
};

/** Fills for the holders in a field whose keys are their ids. Held and eligible roles are not told apart there. */
function holders(holder: ScubaField, principalType: 'user' | 'servicePrincipal'): ScubaFill {
  return {
    table: 'role_assignment',
    each: [{ list: holder, isKeyed: true, fields: { ...texts({ key: 'key' }), roles: json('value/roles') } }],
    columns: (_, item) => ({
      principalId: bare(item('key')),
      principalType: sql`${principalType}`,
      roleName: sql`unnest(${rolesOfEach(item('roles'))})`,
      roleId: sql`unnest(list_transform(${rolesOfEach(item('roles'))}, lambda r: ${roleIdOf(sql`r`)}))`,
    }),
  };
}

/** Who has one of the eight roles that ScubaGear looks at, and what PIM asks of them. */
export const scubaRoleFills: readonly ScubaFill[] = [
  {
    table: 'user',
    each: [{ list: 'privilegedUsers', isKeyed: true, fields: texts({ key: 'key', displayName: 'value/DisplayName' }) }],
    columns: (_, item) => ({ id: bare(item('key')), displayName: item('displayName') }),
  },
  holders('privilegedUsers', 'user'),
  {
    // Whether a user is only in the cloud: `onpremisesimmutableid` has no value.
    table: 'setting',
    each: [
      { list: 'privilegedUsers', isKeyed: true, fields: { ...texts({ key: 'key' }), value: json('value') } },
      { isTree: true, list: 'value' },
    ],
    columns: (_, item, setting) => ({
      policy: sql`'privilegedUser'`,
      object: bare(item('key')),
      ...settingColumns(setting),
    }),
  },
  {
    table: 'service_principal',
    each: [
      {
        list: 'privilegedServicePrincipals',
        isKeyed: true,
        fields: texts({ key: 'key', appId: 'value/AppId', displayName: 'value/DisplayName' }),
      },
    ],
    columns: (_, item) => ({ id: bare(item('key')), appId: bare(item('appId')), displayName: item('displayName') }),
  },
  holders('privilegedServicePrincipals', 'servicePrincipal'),
  {
    table: 'role_definition',
    each: [{ list: 'privilegedRoles', fields: role }],
    columns: (_, item) => ({
      id: bare(item('templateId')),
      templateId: bare(item('templateId')),
      displayName: item('name'),
      isBuiltIn: sql`true`,
    }),
  },
  {
    table: 'role_assignment',
    each: [
      { list: 'privilegedRoles', fields: role },
      {
        list: 'assignments',
        fields: texts({
          principalId: 'PrincipalId',
          roleId: 'RoleDefinitionId',
          scope: 'DirectoryScopeId',
          appScope: 'AppScopeId',
          assignmentType: 'AssignmentType',
          memberType: 'MemberType',
          startDateTime: 'StartDateTime',
          endDateTime: 'EndDateTime',
        }),
      },
    ],
    columns: (_, item, assignment) => ({
      principalId: bare(assignment('principalId')),
      roleId: sql`coalesce(${bare(assignment('roleId'))}, ${bare(item('templateId'))})`,
      roleName: item('name'),
      scope: sql`coalesce(${bare(assignment('scope'))}, ${bare(assignment('appScope'))})`,
      state: sql`'active'`,
      assignmentType: assignment('assignmentType'),
      memberType: assignment('memberType'),
      startDateTime: moment(assignment('startDateTime')),
      endDateTime: moment(assignment('endDateTime')),
    }),
  },
  {
    // Rules of a group that holds the role are in the role's list: they have the group's name behind the role's id.
    table: 'setting',
    each: [
      { list: 'privilegedRoles', fields: role },
      { list: 'rules', fields: texts({ id: 'Id', source: 'RuleSource', sourceType: 'RuleSourceType' }) },
      wholeTree,
    ],
    where: (_, item, rule, setting) => sql`${rule('id')} is not null and ${isSetting(setting('path'))}`,
    columns: (_, item, rule, setting) => ({
      policy: sql`'roleManagementPolicy'`,
      object: sql`${bare(item('templateId'))} || case when ${rule('sourceType')} = 'PIM Group' then '/' || ${bare(rule('source'))} else '' end`,
      ...settingColumns(setting),
      path: sql`${bare(rule('id'))} || '.' || ${setting('path')}`,
    }),
  },
];
