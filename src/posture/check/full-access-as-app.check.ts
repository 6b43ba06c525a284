import { sql } from '../../store/sql.ts';
import { type Check, needsPermissions, needsServicePrincipals } from '../check.ts';

/** The role of the incident, by its id and that of its resource: no other has its power, and few tools know it. */
const check: Check = {
  check: 'full-access-as-app',
  title: 'No application holds full_access_as_app at Exchange Online',
  lesson: 'privileged-applications',
  severity: 'critical',
  risk: 'Whoever has a credential of the application opens every mailbox of the tenant over EWS, as if he were its owner, without a user and without a second factor.',
  incident:
    'Midnight Blizzard let the legacy test application grant exactly this role to applications of its own, and read the mail of senior leadership with it.',
  references: [
    'https://www.microsoft.com/en-us/security/blog/2024/01/25/midnight-blizzard-guidance-for-responders-on-nation-state-attack/',
    'https://learn.microsoft.com/en-us/exchange/permissions-exo/application-rbac',
  ],
  fix: {
    portal:
      'Entra admin center > Enterprise applications > the application > Permissions > Review permissions > revoke full_access_as_app',
    command:
      "Remove-MgServicePrincipalAppRoleAssignment -ServicePrincipalId <id> -AppRoleAssignmentId <assignment id>   # then give what is needed with RBAC for Applications: New-ManagementRoleAssignment -App <id> -Role 'Application EWS.AccessAsApp' -CustomResourceScope <scope>",
  },
  needs: [needsPermissions, needsServicePrincipals],
  objects: sql`
    select f.tenantId, 'servicePrincipal' as type, f.principalId as id, coalesce(p.name, f.principalId) as name,
      'holds full_access_as_app on Office 365 Exchange Online'
        || case when f.createdDateTime is null then '' else ' since ' || strftime(f.createdDateTime, '%Y-%m-%d') end
        || case when p.isForeign then ', and belongs to tenant ' || p.ownerTenantId else '' end as because,
      f.file_id, f.record
    from fact_permission f left join fact_service_principal p on p.tenantId = f.tenantId and p.id = f.principalId
    where f.resourceAppId = '00000002-0000-0ff1-ce00-000000000000'
      and (f.roleId = 'dc890d15-9560-4a4c-9b7f-a736ec74ec40' or f.value = 'full_access_as_app')`,
  examples: [
    {
      name: 'a legacy application that may open every mailbox',
      records: [
        {
          id: 'a1',
          appId: 'app1',
          displayName: 'Legacy mail test',
          servicePrincipalType: 'Application',
          appOwnerOrganizationId: 't1',
        },
        {
          id: 'e1',
          appId: '00000002-0000-0ff1-ce00-000000000000',
          displayName: 'Office 365 Exchange Online',
          servicePrincipalType: 'Application',
        },
        {
          id: 'x',
          appRoleId: 'dc890d15-9560-4a4c-9b7f-a736ec74ec40',
          principalId: 'a1',
          principalType: 'ServicePrincipal',
          resourceId: 'e1',
        },
      ],
      verdict: 'not-met',
      objects: ['a1'],
    },
    {
      name: 'the same id at another resource is another role',
      records: [
        { id: 'a1', appId: 'app1', displayName: 'Reports', servicePrincipalType: 'Application' },
        {
          id: 'e1',
          appId: '11111111-0000-0000-0000-000000000000',
          displayName: 'Our API',
          servicePrincipalType: 'Application',
        },
        {
          id: 'x',
          appRoleId: 'dc890d15-9560-4a4c-9b7f-a736ec74ec40',
          principalId: 'a1',
          principalType: 'ServicePrincipal',
          resourceId: 'e1',
        },
      ],
      verdict: 'met',
    },
    {
      name: 'service principals without their roles say nothing',
      records: [{ id: 'a1', appId: 'app1', displayName: 'Reports', servicePrincipalType: 'Application' }],
      verdict: 'not-examined',
    },
  ],
};

export default check;
