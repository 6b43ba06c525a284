import { sql, type Sql } from '../../store/sql.ts';
import { type Edge, nodeOf } from '../edge.ts';
import { graph, permission, permissionId } from '../example-records.ts';
import { graphPermissionRows } from '../rows.ts';

/** Three where the tenant does not allow the method, so that something else must change first. */
function unlessDisabled(method: string): Sql {
  return sql`case when exists (
    select 1 from now_setting s where s.tenantId = f.tenantId and s.policy = 'authenticationMethodConfiguration'
      and s.object = ${method} and s.path = 'state' and lower(s.value) = 'disabled') then 3 end`;
}

const edge: Edge = {
  edge: 'application-writes-authentication-methods',
  title: 'may give users a way to sign in',
  cost: 1,
  why: 'The permission registers sign-in methods of other users, administrators too. A temporary access pass or a passkey is enough to sign in; with a phone or address, a forgotten password can be reset where that is allowed.',
  abuse:
    'The application makes a temporary access pass for a Global Administrator and somebody signs in with it, past his password and second factor.',
  close: {
    portal:
      'Entra admin center > Enterprise applications > the application > Permissions > revoke UserAuthenticationMethod.ReadWrite.All; Authentication methods > Temporary Access Pass > only for those who need it',
    command: 'Remove-MgServicePrincipalAppRoleAssignment -ServicePrincipalId <id> -AppRoleAssignmentId <assignment id>',
  },
  references: [
    'https://learn.microsoft.com/en-us/graph/permissions-reference#userauthenticationmethodreadwriteall',
    'https://learn.microsoft.com/en-us/graph/api/authentication-post-temporaryaccesspassmethods',
    'https://github.com/emiliensocchi/azure-tiering',
  ],
  // Methods that are second factors only lead to nobody without his password.
  rows: sql`
    ${graphPermissionRows(
      nodeOf('users', sql`f.tenantId`),
      ['UserAuthenticationMethod.ReadWrite.All', 'UserAuthMethod-TAP.ReadWrite.All'],
      unlessDisabled('temporaryaccesspass'),
    )}
    union all ${graphPermissionRows(nodeOf('users', sql`f.tenantId`), ['UserAuthMethod-Passkey.ReadWrite.All'], unlessDisabled('fido2'))}
    union all ${graphPermissionRows(
      nodeOf('ordinary-users', sql`f.tenantId`),
      ['UserAuthMethod-Phone.ReadWrite.All', 'UserAuthMethod-Email.ReadWrite.All', 'UserAuthMethod-QR.ReadWrite.All'],
      sql`3`,
    )}`,
  examples: [
    {
      name: 'for all methods, and for phones; one that reads; one that resets passwords for signed-in users only',
      records: [
        graph,
        { id: 'TemporaryAccessPass', state: 'disabled', includeTargets: [{ targetType: 'group', id: 'all_users' }] },
        permission('p1', permissionId.userAuthenticationMethodReadWriteAll),
        permission('p2', permissionId.userAuthMethodPhoneReadWriteAll),
        permission('p3', permissionId.userAuthenticationMethodReadAll),
        permission('p4', permissionId.userAuthMethodPasswordReadWriteAll),
      ],
      edges: ['p1 -> users:unknown tenant', 'p2 -> ordinary-users:unknown tenant'],
    },
  ],
};

export default edge;
