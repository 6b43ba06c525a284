import { sql } from '../../store/sql.ts';
import { servicePrincipal } from '../application-record.ts';
import { type Check, exported } from '../check.ts';
import { everybody, managementRole } from '../exchange-record.ts';

const check: Check = {
  check: 'exchange-rbac-applications-unscoped',
  title: 'No application has a role of Exchange over every mailbox',
  lesson: 'mailbox-access',
  severity: 'high',
  risk: 'It is as much as the permission in the directory, and no list of permissions there shows it.',
  incident:
    'Microsoft replaces full_access_as_app by these roles since the intrusion. Without a scope they give the same.',
  references: [
    'https://learn.microsoft.com/en-us/exchange/permissions-exo/application-rbac',
    'https://learn.microsoft.com/en-us/powershell/module/exchange/test-serviceprincipalauthorization',
  ],
  fix: {
    portal:
      'No page shows it: make a management scope or an administrative unit and give the role with it, in PowerShell',
    command:
      'New-ManagementScope -Name <scope> -RecipientRestrictionFilter <filter>; Set-ManagementRoleAssignment <assignment> -CustomResourceScope <scope>   # or remove it and New-ManagementRoleAssignment -App <id> -Role <role> -CustomResourceScope <scope>',
  },
  needs: [
    exported(
      'management roles of Exchange (Get-ManagementRoleAssignment)',
      'exchange_assignment',
      sql`assigneeType is distinct from 'RoleGroup'`,
    ),
  ],
  objects: sql`
    select tenantId, 'servicePrincipal' as type, id, any_value(name) as name,
      'holds ' || string_agg(distinct role, ', ' order by role) || ' over every mailbox' || coalesce(any_value(' by role group ' || roleGroup), '') as because,
      min(file_id) as file_id, arg_min(record, file_id) as record
    from fact_exchange_role where type = 'servicePrincipal' and scope is null and starts_with(lower(role), 'application ')
    group by tenantId, id`,
  examples: [
    {
      name: 'one without a scope, one with, a role that is not for applications',
      records: [
        servicePrincipal('5555aaaa-0000-4000-8000-000000000001', { displayName: 'Archive' }),
        managementRole('Application Mail.Read', 'ServicePrincipal', '5555aaaa-0000-4000-8000-000000000001'),
        servicePrincipal('5555aaaa-0000-4000-8000-000000000002', { displayName: 'Room finder' }),
        managementRole(
          'Application Calendars.Read',
          'ServicePrincipal',
          '5555aaaa-0000-4000-8000-000000000002',
          'Rooms only',
        ),
        managementRole('View-Only Recipients', 'ServicePrincipal', '5555aaaa-0000-4000-8000-000000000002'),
      ],
      verdict: 'not-met',
      objects: ['5555aaaa-0000-4000-8000-000000000001'],
    },
    {
      name: 'rooms only',
      records: [everybody, managementRole('Application Mail.Read', 'ServicePrincipal', 'Room finder', 'Rooms only')],
      verdict: 'met',
    },
    { name: 'roles are not there', records: [servicePrincipal('archive')], verdict: 'not-examined' },
  ],
};

export default check;
