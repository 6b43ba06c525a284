/**
 * What conditional access asks, worked out policy by policy and sign-in by sign-in from Microsoft's description of the conditions:
 * an oracle for the evaluation in SQL, which shares nothing with it.
 */

import type { Policy, SignIn, Tenant } from './conditional-access-case.ts';

const suite = new Set([
  '00000002-0000-0ff1-ce00-000000000000',
  '00000003-0000-0ff1-ce00-000000000000',
  'cc15fd57-2c6c-4117-a88c-83b1d56b4bbe',
]);
const unphishable = new Set(['windowsHelloForBusiness', 'fido2', 'x509CertificateMultiFactor']);

/** 0: nothing that a password does not give; 1: more than a password; 2: what cannot be phished, or a block. */
export function asks(policy: Policy, tenant: Tenant, signIn: SignIn): number {
  return policy.state === 'enabled' && applies(policy, tenant, signIn) ? strength(policy) : 0;
}

function strength({ grantControls }: Policy): number {
  if (grantControls === null) return 0;
  const { operator, builtInControls, termsOfUse = [], authenticationStrength } = grantControls;
  if (builtInControls.includes('block')) return 2;
  const each = [
    ...builtInControls.map((control) => (['mfa', 'compliantDevice', 'domainJoinedDevice'].includes(control) ? 1 : 0)),
    ...termsOfUse.map(() => 0),
    ...(authenticationStrength === null || authenticationStrength === undefined
      ? []
      : [authenticationStrength.allowedCombinations.every((one) => unphishable.has(one)) ? 2 : 1]),
  ];
  if (each.length === 0) return 0;
  return operator === 'OR' ? Math.min(...each) : Math.max(...each);
}

function applies(policy: Policy, tenant: Tenant, signIn: SignIn): boolean {
  const {
    users,
    applications,
    clientAppTypes,
    platforms,
    locations,
    signInRiskLevels = [],
    userRiskLevels = [],
  } = policy.conditions;
  if (signInRiskLevels.length > 0 || userRiskLevels.length > 0) return false;
  if (!namesUser(users, 'include', tenant, signIn.user) || namesUser(users, 'exclude', tenant, signIn.user))
    return false;
  if (!isAimedAt(applications, signIn.application)) return false;
  if (!clientAppTypes.some((type) => type === 'all' || type.toLowerCase() === signIn.client)) return false;
  if (platforms !== undefined && platforms !== null) {
    const isIn = platforms.includePlatforms.some((one) => one === 'all' || one.toLowerCase() === signIn.platform);
    if (!isIn || platforms.excludePlatforms.some((one) => one.toLowerCase() === signIn.platform)) return false;
  }
  if (locations !== undefined && locations !== null) {
    const isIn = locations.includeLocations.some((one) => one === 'All' || one === signIn.place);
    if (!isIn || locations.excludeLocations.includes(signIn.place)) return false;
  }
  return true;
}

function namesUser(
  users: Readonly<Record<string, unknown>>,
  side: 'include' | 'exclude',
  tenant: Tenant,
  id: string,
): boolean {
  const list = (name: string): string[] => (users[`${side}${name}`] as string[] | undefined) ?? [];
  const user = tenant.users.find((one) => one.id === id);
  if (list('Users').includes('All') || list('Users').includes(id)) return true;
  if (user?.isGuest === true && list('Users').includes('GuestsOrExternalUsers')) return true;
  if (list('Groups').some((group) => isMember(tenant, group, id, new Set()))) return true;
  return list('Roles').some((role) => tenant.roles.get(role)?.includes(id) === true);
}

function isMember(tenant: Tenant, group: string, id: string, seen: Set<string>): boolean {
  if (seen.has(group)) return false;
  seen.add(group);
  return (tenant.members.get(group) ?? []).some((member) => member === id || isMember(tenant, member, id, seen));
}

function isAimedAt(applications: Readonly<Record<string, unknown>>, application: string): boolean {
  const list = (name: string): string[] =>
    ((applications[name] as string[] | undefined) ?? []).map((one) => one.toLowerCase());
  if (application.startsWith('urn:')) return list('includeUserActions').includes(application);
  const names = (ids: readonly string[]): boolean =>
    ids.includes(application) || (ids.includes('office365') && suite.has(application));
  return (
    (list('includeApplications').includes('all') || names(list('includeApplications'))) &&
    !names(list('excludeApplications'))
  );
}

/** A small tenant with policies of every kind of condition, different for every seed. */
export function randomTenant(seed: number): Tenant {
  const next = generator(seed);
  const chance = (share: number): boolean => next() < share;
  const some = <T>(items: readonly T[], share: number): T[] => items.filter(() => chance(share));
  const one = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T;
  // Conditions of Graph are never empty.
  const least = (items: readonly string[], share: number, otherwise: string): string[] => {
    const found = some(items, share);
    return found.length === 0 ? [otherwise] : found;
  };
  const id = `10000000-0000-4000-8000-${String(seed).padStart(12, '0')}`;
  const named = (kind: string, index: number): string => `${kind}-${seed}-${index}`;
  const users = Array.from({ length: 4 }, (_, index) => ({ id: named('user', index), isGuest: index === 3 }));
  const groups = Array.from({ length: 3 }, (_, index) => named('group', index));
  const members = new Map(
    groups.map((group, index) => [
      group,
      [
        ...some(
          users.map((user) => user.id),
          0.4,
        ),
        ...(index > 0 && chance(0.4) ? [groups[index - 1] ?? ''] : []),
      ],
    ]),
  );
  const roleIds = ['62e90394-69f5-4237-9190-012177145e10', '29232cdf-9323-42fd-ade2-1d097af3e4de'];
  const roles = new Map(
    roleIds.map((role) => [
      role,
      some(
        users.map((user) => user.id),
        0.3,
      ),
    ]),
  );
  const locations = ['place-a', 'place-b'].map((place) => `${place}-${seed}`);
  const applications = ['00000002-0000-0ff1-ce00-000000000000', '797f4846-ba00-4fd7-ba43-dac1f8f63013', `app-${seed}`];
  const policies = Array.from(
    { length: 1 + Math.floor(next() * 4) },
    (_, index): Policy => ({
      id: named('policy', index),
      state: one(['enabled', 'enabled', 'enabled', 'disabled', 'enabledForReportingButNotEnforced']),
      conditions: {
        users: {
          includeUsers: chance(0.6) ? ['All'] : some([...users.map((user) => user.id), 'GuestsOrExternalUsers'], 0.4),
          excludeUsers: some([...users.map((user) => user.id), 'GuestsOrExternalUsers'], 0.12),
          includeGroups: some(groups, 0.3),
          excludeGroups: some(groups, 0.15),
          includeRoles: some(roleIds, 0.2),
          excludeRoles: some(roleIds, 0.15),
        },
        applications: chance(0.15)
          ? { includeApplications: [], excludeApplications: [], includeUserActions: ['urn:user:registersecurityinfo'] }
          : {
              includeApplications: chance(0.6) ? ['All'] : some([...applications, 'Office365'], 0.5),
              excludeApplications: some([...applications, 'Office365'], 0.12),
              includeUserActions: [],
            },
        clientAppTypes: chance(0.5)
          ? ['all']
          : least(['browser', 'mobileAppsAndDesktopClients', 'exchangeActiveSync', 'other'], 0.6, 'all'),
        platforms: chance(0.2)
          ? {
              includePlatforms: chance(0.6) ? ['all'] : least(['windows', 'iOS'], 0.7, 'all'),
              excludePlatforms: some(['windows', 'android'], 0.4),
            }
          : null,
        locations: chance(0.3)
          ? {
              includeLocations: chance(0.7) ? ['All'] : least(locations, 0.6, 'All'),
              excludeLocations: some(locations, 0.4),
            }
          : null,
        signInRiskLevels: chance(0.08) ? ['high'] : [],
        userRiskLevels: [],
      },
      grantControls: chance(0.1)
        ? null
        : {
            operator: one(['AND', 'OR']),
            builtInControls: one([
              ['mfa'],
              ['mfa'],
              ['block'],
              ['mfa', 'compliantDevice'],
              ['compliantDevice', 'compliantApplication'],
              ['passwordChange'],
              [],
            ]),
            termsOfUse: chance(0.1) ? ['terms'] : [],
            authenticationStrength: chance(0.25)
              ? {
                  id: 'strength',
                  displayName: 'Strength',
                  allowedCombinations: one([['fido2'], ['fido2', 'password,microsoftAuthenticatorPush']]),
                }
              : null,
          },
    }),
  );
  const records = [
    {
      id,
      displayName: `Tenant ${seed}`,
      verifiedDomains: [{ name: 'frostline.example', isDefault: true, isInitial: true }],
      tenantType: 'AAD',
    },
    ...users.map((user) => ({
      id: user.id,
      userPrincipalName: user.isGuest ? `guest_other.example#EXT#@frostline.example` : `${user.id}@frostline.example`,
      displayName: user.id,
      userType: user.isGuest ? 'Guest' : 'Member',
      accountEnabled: true,
    })),
    ...groups.map((group) => ({
      id: group,
      displayName: group,
      securityEnabled: true,
      mailEnabled: false,
      groupTypes: [],
      members: (members.get(group) ?? []).map((member) => ({
        '@odata.type': `#microsoft.graph.${member.startsWith('group') ? 'group' : 'user'}`,
        id: member,
      })),
    })),
    ...[...roles].flatMap(([role, holders]) =>
      holders.map((principalId, index) => ({
        id: `${role}-${seed}-${index}`,
        roleDefinitionId: role,
        principalId,
        directoryScopeId: '/',
      })),
    ),
    // A range of addresses is no choice of an attacker; a country is.
    ...locations.map((place) => ({
      '@odata.type': '#microsoft.graph.countryNamedLocation',
      id: place,
      displayName: place,
      countriesAndRegions: ['CH'],
    })),
    ...policies.map((policy) => ({ ...policy, displayName: policy.id, createdDateTime: '2024-01-01T00:00:00Z' })),
  ];
  return { id, users, policies, records, members, roles };
}

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
function generator(seed: number): () => number {
  let state = seed * 0x9e3779b1;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
