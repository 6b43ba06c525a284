import { sql } from '../../store/sql.ts';
import { user } from '../application-record.ts';
import { type Check, exported } from '../check.ts';
import { managementRole, roleGroup } from '../exchange-record.ts';

const check: Check = {
  check: 'exchange-role-groups-wide',
  title: 'Nobody administers Exchange, searches or exports mailboxes by a role of Exchange alone',
  lesson: 'mailbox-access',
  severity: 'medium',
  risk: 'A role group of Exchange is held for good: no activation, no approval, no review of directory roles shows it. Its members give themselves mailboxes, or search and export the mail of everybody.',
  incident:
    'Not known to have been used in this intrusion. What the intruder did as an application a member of one of these does with tools that are there.',
  references: [
    'https://learn.microsoft.com/en-us/exchange/permissions-exo/permissions-exo',
    'https://learn.microsoft.com/en-us/purview/ediscovery-assign-permissions',
  ],
  fix: {
    portal:
      'Exchange admin center > Roles > Admin roles > the role group > Assigned > remove; give Exchange Administrator with Privileged Identity Management instead',
    command: 'Remove-RoleGroupMember "<role group>" -Member <account>',
  },
  needs: [exported('members of role groups of Exchange (Get-RoleGroup)', 'role_group_member')],
  // The groups in which Exchange keeps the holders of directory roles begin with these words.
  objects: sql`
    with held as (
      select tenantId, type, id, name, 'in role group ' || roleGroup || coalesce(' through ' || viaGroup, '') as why, file_id, record
      from fact_role_group_member
      where lower(roleGroup) in ('organization management', 'discovery management', 'ediscovery manager', 'ediscovery administrator', 'ediscoverymanager')
      union all
      select tenantId, type, id, name, 'has ' || role || coalesce(' by role group ' || roleGroup, ', given to itself') || coalesce(' in scope ' || scope, ''), file_id, record
      from fact_exchange_role where lower(role) in ('mailbox import export', 'mailbox search')
        and lower(coalesce(roleGroup, '')) not in ('organization management', 'discovery management')
    )
    select tenantId, type, coalesce(id, lower(name)) as id, any_value(name) as name, string_agg(distinct why, ', ' order by why) as because,
      min(file_id) as file_id, arg_min(record, file_id) as record
    from held where not regexp_matches(lower(name), '^(tenantadmins|exchangeserviceadmins|compliancedataadmins|complianceadmins)_') and type <> 'roleGroup'
    group by tenantId, type, coalesce(id, lower(name))`,
  examples: [
    {
      name: 'people in role groups and with roles of their own; holders of directory roles, and a harmless group',
      records: [
        user('kim'),
        user('lee'),
        user('ada'),
        user('max'),
        roleGroup(
          'Organization Management',
          ['Role Management'],
          ['TenantAdmins_-1234567', 'ExchangeServiceAdmins_-7654321', 'kim'],
        ),
        roleGroup('Discovery Management', ['Mailbox Search', 'Legal Hold'], ['lee']),
        roleGroup('Exports', ['Mailbox Import Export'], ['ada']),
        roleGroup('Help Desk', ['User Options'], ['max']),
        managementRole('Mailbox Search', 'User', 'svc-archive'),
      ],
      verdict: 'not-met',
      objects: ['ada', 'kim', 'lee', 'svc-archive'],
    },
    {
      name: 'holders of directory roles only',
      records: [roleGroup('Organization Management', ['Role Management'], ['TenantAdmins_-1234567'])],
      verdict: 'met',
    },
    { name: 'role groups are not there', records: [user('kim')], verdict: 'not-examined' },
  ],
};

export default check;
