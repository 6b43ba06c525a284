import { tenant, testTenant } from '../tenant.ts';
import type { Directory } from './directory.ts';
import {
  accessPolicyRecords,
  auditBypassRecords,
  exchangePrincipalRecords,
  mailboxRecord,
  managementRoleRecords,
  permissionRecord,
  roleGroupRecords,
} from './exchange-record.ts';
import type { DirectoryRecord, User } from './object.ts';
import {
  applicationRecord,
  groupRecord,
  registrationDetails,
  roleAssignmentRecord,
  roleInstanceRecord,
  servicePrincipalRecord,
  userRecord,
} from './record-of-object.ts';

/** One export: pages of a collection of Microsoft Graph, one object of it, or what PowerShell writes of Exchange. */
export interface DirectoryFile {
  readonly name: string;
  /** Behind `$metadata#`; without it the file is Exchange's. */
  readonly context?: string;
  /** One object instead of a list of them. */
  readonly isSingle?: true;
  readonly records: Iterable<DirectoryRecord>;
}

/** What a tenant's directory is exported as. @param people everybody, anew with each call. */
export function filesOf(directory: Directory, people: () => Iterable<User>): DirectoryFile[] {
  const { population, policies, roles } = directory;
  const { domain } = population;
  const active = roles.filter(({ state }) => state === 'active');
  const admins = new Set(roles.map(({ holder }) => holder.id));
  const graph = (name: string, context: string, records: Iterable<DirectoryRecord>) => ({ name, context, records });
  const exchange = (name: string, records: Iterable<DirectoryRecord>) => ({
    name: `EXO_${name}_PowerShell`,
    records,
  });
  return [
    graph('organization', 'organization', [organizationRecord(directory)]),
    graph('domains', 'domains', directory.domains),
    graph('users', 'users', mapped(people(), userRecord)),
    graph('groups', 'groups', mapped(directory.groups.values(), groupRecord)),
    graph(
      'applications',
      'applications',
      mapped(directory.registrations.values(), (each) => applicationRecord(each, domain)),
    ),
    graph(
      'servicePrincipals',
      'servicePrincipals',
      mapped(directory.servicePrincipals.values(), (each) => servicePrincipalRecord(directory, each)),
    ),
    graph('roleAssignments', 'roleManagement/directory/roleAssignments', active.map(roleAssignmentRecord)),
    graph(
      'roleAssignmentScheduleInstances',
      'roleManagement/directory/roleAssignmentScheduleInstances',
      active.map(roleInstanceRecord),
    ),
    graph(
      'roleEligibilityScheduleInstances',
      'roleManagement/directory/roleEligibilityScheduleInstances',
      roles.filter(({ state }) => state === 'eligible').map(roleInstanceRecord),
    ),
    graph(
      'roleManagementPolicyAssignments',
      'policies/roleManagementPolicyAssignments',
      directory.rolePolicies.values(),
    ),
    graph('conditionalAccessPolicies', 'identity/conditionalAccess/policies', directory.conditionalAccess.values()),
    graph('namedLocations', 'identity/conditionalAccess/namedLocations', directory.namedLocations),
    graph(
      'userRegistrationDetails',
      'reports/authenticationMethods/userRegistrationDetails',
      mapped(people(), (user) => registrationDetails(user, admins.has(user.id))),
    ),
    graph('groupSettings', 'settings', directory.directorySettings),
    graph('permissionGrantPolicies', 'policies/permissionGrantPolicies', directory.permissionGrantPolicies),
    graph('crossTenantAccessPolicy_partners', 'policies/crossTenantAccessPolicy/partners', directory.partners),
    ...[...policies].map(([name, record]): DirectoryFile => {
      const records = [record];
      return name.startsWith('EXO_')
        ? { name, isSingle: true, records }
        : { name, isSingle: true, context: `policies/${name.replace('_', '/')}/$entity`, records };
    }),
    exchange(
      'Mailboxes',
      mapped(
        filtered(people(), ({ hasMailbox }) => hasMailbox),
        mailboxRecord,
      ),
    ),
    ...(['FullAccess', 'SendAs'] as const).map((right) =>
      exchange(
        right === 'FullAccess' ? 'MailboxPermissions' : 'RecipientPermissions',
        directory.mailboxPermissions.filter((each) => each.right === right).map(permissionRecord),
      ),
    ),
    exchange('RoleGroups', roleGroupRecords(directory)),
    exchange('ManagementRoleAssignments', managementRoleRecords(directory)),
    exchange('ServicePrincipals', exchangePrincipalRecords(directory)),
    exchange('ApplicationAccessPolicies', accessPolicyRecords(directory)),
    exchange('MailboxAuditStatus', auditBypassRecords(directory)),
  ];
}

function organizationRecord({ tenantId, population: { domain }, clock }: Directory): DirectoryRecord {
  const { name } = [tenant, testTenant].find(({ id }) => id === tenantId) ?? tenant;
  return {
    id: tenantId,
    displayName: name,
    createdDateTime: clock.before(2_900),
    onPremisesSyncEnabled: null,
    verifiedDomains: [{ name: domain, type: 'Managed', isDefault: true, isInitial: true, capabilities: 'Email' }],
  };
}

function* mapped<Item, Result>(items: Iterable<Item>, map: (item: Item) => Result): Generator<Result> {
  for (const item of items) yield map(item);
}

function* filtered<Item>(items: Iterable<Item>, passes: (item: Item) => boolean): Generator<Item> {
  for (const item of items) if (passes(item)) yield item;
}
