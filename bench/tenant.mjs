/**
 * A made-up tenant of any size, as the records that Microsoft Graph gives of it. Everything follows from its number, so that two
 * runs give the same bytes and no list is held.
 */
import { readFileSync } from 'node:fs';

export const defaultSizes = {
  users: 500_000,
  registrations: 500_000,
  servicePrincipals: 50_000,
  assignments: 2_000_000,
  groups: 20_000,
  members: 1_500_000,
  roles: 400,
  policies: 40,
  grants: 300_000,
};

export const tenantId = '5eed0000-0000-4000-8000-000000000001';
const microsoft = 'f8cdef31-a31e-4b4a-93e4-5f571e91255a';
const exported = Date.UTC(2026, 5, 1);
const dayMs = 86_400_000;
const known = (name) => JSON.parse(readFileSync(new URL(`../content/permission/${name}.json`, import.meta.url), 'utf8'));
/** The least powerful first: the further back in the list, the fewer applications have it. */
const appRoles = known('application').toSorted((a, b) => weightOf(a) - weightOf(b));
const scopes = known('delegated');
const roleDefinitions = known('role');
function weightOf({ severity }) {
  return ['none', 'low', 'medium', 'high', 'critical'].indexOf(severity);
}

/** 32 bits that look random, of a word and a number. */
function mix(salt, index) {
  let hash = Math.imul(index + 1, 0x9e3779b1) ^ salt;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

const hex = (number) => number.toString(16).padStart(8, '0');
const part = (salt, index, below) => mix(salt, index) % below;
const chance = (salt, index, share) => mix(salt, index) < share * 2 ** 32;
const time = (salt, index, days) => new Date(exported - part(salt, index, days * 1440) * 60_000).toISOString();

/** Kinds of objects by their salt; the number itself is in the id, so that no two are alike. */
const kinds = { user: 1, servicePrincipal: 2, application: 3, appId: 4, group: 5, key: 6, assignment: 7, policy: 8, grant: 9, role: 10 };

function guid(kind, index) {
  const salt = kinds[kind];
  const [a, b] = [hex(mix(salt, index)), hex(mix(salt + 100, index))];
  return `${a}-${b.slice(0, 4)}-4${hex(salt).slice(5)}-8${b.slice(5)}-${hex(mix(salt + 200, index)).slice(4)}${hex(index)}`;
}

const upn = (index) => (chance(20, index, 0.08) ? `partner${index}_supplier.example#EXT#@frostline.example` : `user.${index}@frostline.example`);

function* numbers(count) {
  for (let index = 0; index < count; index += 1) yield index;
}

function user(index) {
  const isGuest = chance(20, index, 0.08);
  const isUnused = chance(21, index, 0.15);
  return {
    id: guid('user', index), userPrincipalName: upn(index), displayName: chance(22, index, 0.002) ? `Test account ${index}` : `Person ${index}`,
    mail: isGuest ? `partner${index}@supplier.example` : `user.${index}@frostline.example`, accountEnabled: !chance(23, index, 0.1),
    userType: isGuest ? 'Guest' : 'Member', createdDateTime: time(24, index, 3000), externalUserState: isGuest ? (chance(25, index, 0.1) ? 'PendingAcceptance' : 'Accepted') : null,
    lastPasswordChangeDateTime: time(26, index, 900), onPremisesSyncEnabled: isGuest ? null : true, passwordPolicies: chance(27, index, 0.02) ? 'DisablePasswordExpiration' : null,
    department: `Department ${part(28, index, 300)}`, jobTitle: 'Engineer', officeLocation: 'Oslo', businessPhones: [],
    signInActivity: { lastSignInDateTime: isUnused ? time(29, index, 1500) : time(29, index, 30), lastNonInteractiveSignInDateTime: isUnused ? null : time(30, index, 10), lastSignInRequestId: guid('key', index) },
  };
}

function registration(index) {
  const isRegistered = chance(31, index, 0.9);
  const methods = isRegistered ? (chance(32, index, 0.2) ? ['mobilePhone'] : ['microsoftAuthenticatorPush', 'softwareOneTimePasscode']) : [];
  return {
    id: guid('user', index), userPrincipalName: upn(index), userDisplayName: `Person ${index}`, userType: 'member', isAdmin: false, isSsprRegistered: isRegistered, isMfaRegistered: isRegistered,
    isMfaCapable: isRegistered, isPasswordlessCapable: false, methodsRegistered: methods, defaultMfaMethod: methods[0] ?? 'none', lastUpdatedDateTime: time(33, index, 10),
  };
}

/** The first applications are Microsoft's resources; then every fourth is foreign. */
const resources = [...new Map(appRoles.map(({ resource, resourceName }) => [resource, resourceName]))];
const appIdOf = (index) => resources[index]?.[0] ?? guid('appId', index);
const isForeign = (index) => index < resources.length || index % 4 === 0;
const nameOf = (index) => resources[index]?.[1] ?? (chance(40, index, 0.01) ? `Test application ${index}` : `Application ${index}`);

function credential(index, salt) {
  const from = exported - part(salt, index, 1200) * dayMs;
  return { keyId: guid('key', index * 8 + salt), displayName: `secret ${salt}`, hint: 'abc', startDateTime: new Date(from).toISOString(), endDateTime: new Date(from + (180 + part(salt + 1, index, 900)) * dayMs).toISOString() };
}

function servicePrincipal(index) {
  const [resource] = resources[index] ?? [];
  return {
    id: guid('servicePrincipal', index), appId: appIdOf(index), displayName: nameOf(index), accountEnabled: !chance(41, index, 0.05), appDisplayName: nameOf(index),
    appOwnerOrganizationId: resource !== undefined ? microsoft : isForeign(index) ? guid('key', index % 977) : tenantId, servicePrincipalType: chance(42, index, 0.1) && resource === undefined ? 'ManagedIdentity' : 'Application',
    signInAudience: isForeign(index) ? 'AzureADMultipleOrgs' : 'AzureADMyOrg', appRoleAssignmentRequired: chance(43, index, 0.3), createdDateTime: time(44, index, 2000), tags: ['WindowsAzureActiveDirectoryIntegratedApp'],
    replyUrls: [`https://application-${index}.frostline.example/signin`], verifiedPublisher: { verifiedPublisherId: null }, notes: null, keyCredentials: [], info: { logoUrl: null, termsOfServiceUrl: null },
    passwordCredentials: chance(45, index, 0.04) ? [credential(index, 1)] : [],
    appRoles: resource === undefined ? [] : appRoles.filter((role) => role.resource === resource).map(({ id, value }) => ({ id, value, displayName: value, isEnabled: true, allowedMemberTypes: ['Application'] })),
  };
}

function application(index, { users }) {
  return {
    id: guid('application', index), appId: appIdOf(index), displayName: nameOf(index), signInAudience: chance(46, index, 0.1) ? 'AzureADMultipleOrgs' : 'AzureADMyOrg', createdDateTime: time(44, index, 2000), publisherDomain: 'frostline.example',
    isFallbackPublicClient: null, web: { redirectUris: [`https://application-${index}.frostline.example/signin`] }, spa: { redirectUris: [] }, publicClient: { redirectUris: [] }, identifierUris: [], requiredResourceAccess: [],
    passwordCredentials: chance(47, index, 0.6) ? [credential(index, 2), ...(chance(48, index, 0.2) ? [credential(index, 3)] : [])] : [], keyCredentials: chance(49, index, 0.1) ? [{ ...credential(index, 4), type: 'AsymmetricX509Cert', usage: 'Verify' }] : [],
    owners: chance(50, index, 0.5) ? [{ '@odata.type': '#microsoft.graph.user', id: guid('user', part(51, index, users)) }] : [],
  };
}

function assignment(index, { users, groups, servicePrincipals }) {
  const kind = index % 40;
  const base = { id: guid('assignment', index), createdDateTime: time(60, index, 1500), deletedDateTime: null };
  if (kind === 0) {
    const role = appRoles[Math.floor(appRoles.length * (mix(61, index) / 2 ** 32) ** 6)];
    const at = resources.findIndex(([resource]) => resource === role.resource);
    const holder = resources.length + part(62, index, servicePrincipals - resources.length);
    return { ...base, appRoleId: role.id, principalId: guid('servicePrincipal', holder), principalType: 'ServicePrincipal', principalDisplayName: nameOf(holder), resourceId: guid('servicePrincipal', at), resourceDisplayName: role.resourceName };
  }
  const at = part(63, index, servicePrincipals);
  const isGroup = kind === 1;
  const holder = isGroup ? part(64, index, groups) : part(65, index, users);
  return { ...base, appRoleId: '00000000-0000-0000-0000-000000000000', principalId: guid(isGroup ? 'group' : 'user', holder), principalType: isGroup ? 'Group' : 'User', principalDisplayName: `${isGroup ? 'Group' : 'Person'} ${holder}`, resourceId: guid('servicePrincipal', at), resourceDisplayName: nameOf(at) };
}

/** A few groups are very large, every fiftieth is in another, every hundredth can hold roles. */
function group(index, { users, groups, members }) {
  const big = Math.min(20, groups);
  const count = index < big ? Math.floor(members / 3 / big) : Math.floor((members - members / 3) / Math.max(1, groups - big));
  const list = [...numbers(Math.min(count, users))].map((place) => ({ '@odata.type': '#microsoft.graph.user', id: guid('user', (part(70, index, users) + place * 7) % users) }));
  if (index % 50 === 1) list.push({ '@odata.type': '#microsoft.graph.group', id: guid('group', (index + 1) % groups) });
  return {
    id: guid('group', index), displayName: `Group ${index}`, mail: null, mailEnabled: false, securityEnabled: true, groupTypes: [], isAssignableToRole: index % 100 === 0 ? true : null, membershipRule: null, onPremisesSyncEnabled: null, visibility: null,
    createdDateTime: time(71, index, 2000), members: list, owners: chance(72, index, 0.4) ? [{ '@odata.type': '#microsoft.graph.user', id: guid('user', part(73, index, users)) }] : [],
  };
}

const roleDefinition = ({ id, name }) => ({ id, templateId: id, displayName: name, isBuiltIn: true, isEnabled: true, resourceScopes: ['/'], rolePermissions: [{ allowedResourceActions: ['microsoft.directory/users/standard/read'], condition: null }] });

function roleAssignment(index, { users, groups, servicePrincipals }) {
  const holder = index % 10 === 0 ? guid('group', part(80, index, Math.ceil(groups / 100)) * 100) : index % 7 === 0 ? guid('servicePrincipal', part(81, index, servicePrincipals)) : guid('user', part(82, index, users));
  return { id: guid('role', index), principalId: holder, roleDefinitionId: roleDefinitions[part(83, index, roleDefinitions.length)].id, directoryScopeId: '/', appScopeId: null };
}

function policy(index, { users, groups }) {
  return {
    id: guid('policy', index), displayName: `Policy ${index}`, state: index % 8 === 7 ? 'enabledForReportingButNotEnforced' : 'enabled', createdDateTime: time(90, index, 900), sessionControls: null,
    conditions: {
      userRiskLevels: [], signInRiskLevels: [], clientAppTypes: [index % 5 === 0 ? 'exchangeActiveSync' : 'all'], platforms: null, locations: null, devices: null, clientApplications: null,
      applications: { includeApplications: index % 3 === 0 ? ['All'] : [appIdOf(part(91, index, 40))], excludeApplications: [], includeUserActions: [], includeAuthenticationContextClassReferences: [] },
      users: { includeUsers: index % 4 === 0 ? ['All'] : [], excludeUsers: [guid('user', part(92, index, users))], includeGroups: index % 4 === 0 ? [] : [guid('group', part(93, index, groups))], excludeGroups: [guid('group', part(94, index, groups))], includeRoles: index % 4 === 1 ? [roleDefinitions[0].id] : [], excludeRoles: [], includeGuestsOrExternalUsers: null, excludeGuestsOrExternalUsers: null },
    },
    grantControls: { operator: 'OR', builtInControls: [index % 6 === 0 ? 'block' : 'mfa'], customAuthenticationFactors: [], termsOfUse: [], authenticationStrength: null },
  };
}

function grant(index, { users, servicePrincipals }) {
  const isForAll = index % 20 === 0;
  const chosen = [...numbers(1 + (index % 4))].map((place) => scopes[part(95 + place, index, scopes.length)].value);
  return { id: guid('grant', index), clientId: guid('servicePrincipal', part(100, index, servicePrincipals)), consentType: isForAll ? 'AllPrincipals' : 'Principal', principalId: isForAll ? null : guid('user', part(101, index, users)), resourceId: guid('servicePrincipal', part(102, index, resources.length)), scope: ` openid profile ${chosen.join(' ')}` };
}

/** Each list of the tenant by name: the records, one after the other. */
export function tenantLists(sizes) {
  const listOf = (count, make) => ({ count, make: (index) => make(index, sizes) });
  return {
    users: listOf(sizes.users, user),
    registrations: listOf(sizes.registrations, registration),
    servicePrincipals: listOf(sizes.servicePrincipals, servicePrincipal),
    applications: listOf(sizes.servicePrincipals, application),
    assignments: listOf(sizes.assignments, assignment),
    groups: listOf(sizes.groups, group),
    roleDefinitions: listOf(roleDefinitions.length, (index) => roleDefinition(roleDefinitions[index])),
    roles: listOf(sizes.roles, roleAssignment),
    policies: listOf(sizes.policies, policy),
    grants: listOf(sizes.grants, grant),
  };
}
