import { placeOf } from '../population/network.ts';
import { Random } from '../random.ts';
import type { Directory } from './directory.ts';
import type { DirectoryRecord, Group } from './object.ts';
import { roleIds } from './base-roles.ts';

interface Conditions {
  readonly users?: DirectoryRecord;
  readonly applications?: DirectoryRecord;
  readonly more?: DirectoryRecord;
}

/** A policy as Graph gives it: for everybody at every application, unless something else is said. */
export function policy(
  directory: Directory,
  displayName: string,
  { users = {}, applications = {}, more = {} }: Conditions,
  grant: readonly string[] | DirectoryRecord,
  state = 'enabled',
): DirectoryRecord {
  const { clock, population } = directory;
  const isControls = Array.isArray(grant);
  return {
    id: new Random(`${population.seed} ${population.tenantId} policy ${displayName}`).uuid(),
    templateId: null,
    displayName,
    createdDateTime: clock.before(640),
    modifiedDateTime: clock.before(90),
    state,
    sessionControls: null,
    conditions: {
      userRiskLevels: [],
      signInRiskLevels: [],
      servicePrincipalRiskLevels: [],
      insiderRiskLevels: null,
      clientAppTypes: ['all'],
      platforms: null,
      locations: null,
      devices: null,
      clientApplications: null,
      authenticationFlows: null,
      ...more,
      applications: {
        includeApplications: ['All'],
        excludeApplications: [],
        includeUserActions: [],
        includeAuthenticationContextClassReferences: [],
        applicationFilter: null,
        ...applications,
      },
      users: {
        includeUsers: ['All'],
        excludeUsers: [],
        includeGroups: [],
        excludeGroups: [],
        includeRoles: [],
        excludeRoles: [],
        includeGuestsOrExternalUsers: null,
        excludeGuestsOrExternalUsers: null,
        ...users,
      },
    },
    grantControls: {
      operator: 'OR',
      builtInControls: isControls ? grant : [],
      customAuthenticationFactors: [],
      termsOfUse: [],
      authenticationStrength: isControls ? null : grant,
    },
  };
}

const resistant = {
  id: '00000000-0000-0000-0000-000000000004',
  displayName: 'Phishing-resistant MFA',
  policyType: 'builtIn',
  requirementsSatisfied: 'mfa',
  allowedCombinations: ['windowsHelloForBusiness', 'fido2', 'x509CertificateMultiFactor'],
};

export const managed = ['compliantDevice', 'domainJoinedDevice'];
const noApplication = { includeApplications: [], includeUserActions: ['urn:user:registersecurityinfo'] };

/**
 * A second factor for everybody, and what else is asked. Accounts that sign in with a password alone, as programs do and people
 * who have no factor yet, are in a group that is left out.
 */
export function addConditionalAccess(directory: Directory): void {
  const { population, conditionalAccess } = directory;
  const exceptions = addExceptions(directory);
  const leftOut = exceptions.members.length === 0 ? {} : { excludeGroups: [exceptions.id] };
  const add = (name: string, displayName: string, conditions: Conditions, grant: readonly string[] | DirectoryRecord) =>
    conditionalAccess.set(name, policy(directory, displayName, conditions, grant));
  add('mfa', 'Multifactor authentication for everybody', { users: leftOut }, ['mfa']);
  add(
    'administrators',
    'Administrators sign in with a key',
    {
      users: { includeUsers: [], includeRoles: Object.values(roleIds).filter((id) => id !== roleIds.directoryReaders) },
    },
    resistant,
  );
  add(
    'legacy',
    'Block legacy authentication',
    { users: leftOut, more: { clientAppTypes: ['exchangeActiveSync', 'other'] } },
    ['block'],
  );
  add(
    'device-code',
    'Block device code flow',
    { more: { authenticationFlows: { transferMethods: 'deviceCodeFlow,authenticationTransfer' } } },
    ['block'],
  );
  add('user-risk', 'Block users of high risk', { more: { userRiskLevels: ['high'] } }, ['block']);
  add('sign-in-risk', 'Block sign-ins of high risk', { more: { signInRiskLevels: ['high'] } }, ['block']);
  add('devices', 'Managed devices', { users: leftOut }, managed);
  add('registration', 'Security information from managed devices', { applications: noApplication }, managed);
  for (const { index, source } of population.offices.offices)
    directory.namedLocations.push({
      '@odata.type': '#microsoft.graph.ipNamedLocation',
      id: new Random(`${population.seed} ${population.tenantId} office ${index}`).uuid(),
      displayName: `Office ${index + 1}`,
      createdDateTime: directory.clock.before(700),
      isTrusted: true,
      ipRanges: [rangeOf(placeOf(source).ipAddress)],
    });
}

function rangeOf(address: string): DirectoryRecord {
  return address.includes(':')
    ? { '@odata.type': '#microsoft.graph.iPv6CidrRange', cidrAddress: `${address}/128` }
    : { '@odata.type': '#microsoft.graph.iPv4CidrRange', cidrAddress: `${address}/32` };
}

/** The group of those who sign in with a password alone; in the directory only if there is anybody. */
function addExceptions(directory: Directory): Group {
  const { population } = directory;
  const members = population.withoutMfa
    .filter((index) => population.nature(index).kind !== 'dormant')
    .map((index) => directory.person(index));
  const id = new Random(`${population.seed} ${population.tenantId} exceptions`).uuid();
  const group = { id, displayName: exceptionsName, isForRoles: false, members, owners: [] };
  if (members.length > 0) directory.groups.set(id, group);
  return group;
}

export const exceptionsName = 'Without second factor until replaced';
