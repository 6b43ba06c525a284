import { sql, type Sql } from '../../store/sql.ts';
import { bare, type ItemSql, list } from '../directory-source.ts';
import { json, texts } from '../source.ts';
import { idList, wordList } from './list-part.ts';

const lists = {
  includeUsers: json('conditions/users/includeUsers'),
  excludeUsers: json('conditions/users/excludeUsers'),
  includeGroups: json('conditions/users/includeGroups'),
  excludeGroups: json('conditions/users/excludeGroups'),
  includeRoles: json('conditions/users/includeRoles'),
  excludeRoles: json('conditions/users/excludeRoles'),
  includeGuests: json('conditions/users/includeGuestsOrExternalUsers/guestOrExternalUserTypes'),
  excludeGuests: json('conditions/users/excludeGuestsOrExternalUsers/guestOrExternalUserTypes'),
  includeApplications: json('conditions/applications/includeApplications'),
  excludeApplications: json('conditions/applications/excludeApplications'),
  userActions: json('conditions/applications/includeUserActions'),
  authenticationContexts: json('conditions/applications/includeAuthenticationContextClassReferences'),
  includeServicePrincipals: json('conditions/clientApplications/includeServicePrincipals'),
  excludeServicePrincipals: json('conditions/clientApplications/excludeServicePrincipals'),
  clientAppTypes: json('conditions/clientAppTypes'),
  includePlatforms: json('conditions/platforms/includePlatforms'),
  excludePlatforms: json('conditions/platforms/excludePlatforms'),
  includeLocations: json('conditions/locations/includeLocations'),
  excludeLocations: json('conditions/locations/excludeLocations'),
  signInRiskLevels: json('conditions/signInRiskLevels'),
  userRiskLevels: json('conditions/userRiskLevels'),
  servicePrincipalRiskLevels: json('conditions/servicePrincipalRiskLevels'),
  insiderRiskLevels: json('conditions/insiderRiskLevels'),
  transferMethods: json('conditions/authenticationFlows/transferMethods'),
  grantControls: json('grantControls/builtInControls'),
  termsOfUse: json('grantControls/termsOfUse'),
  allowedCombinations: json('grantControls/authenticationStrength/allowedCombinations'),
};

const idLists = new Set([
  'includeUsers',
  'excludeUsers',
  'includeGroups',
  'excludeGroups',
  'includeRoles',
  'excludeRoles',
  'includeApplications',
  'excludeApplications',
  'includeServicePrincipals',
  'excludeServicePrincipals',
  'includeLocations',
  'excludeLocations',
]);

/** What a policy of conditional access has, as Graph names it. */
export const conditionalAccessFields = {
  ...lists,
  ...texts({
    id: 'id',
    displayName: 'displayName',
    state: 'state',
    applicationFilter: 'conditions/applications/applicationFilter/rule',
    deviceFilterMode: 'conditions/devices/deviceFilter/mode',
    deviceFilter: 'conditions/devices/deviceFilter/rule',
    grantOperator: 'grantControls/operator',
    strengthId: 'grantControls/authenticationStrength/id',
    strengthName: 'grantControls/authenticationStrength/displayName',
  }),
  sessionControls: json('sessionControls'),
};

/** The columns of a policy. */
export function conditionalAccessColumns(at: ItemSql): Record<string, Sql> {
  return {
    ...Object.fromEntries(Object.keys(lists).map((name) => [name, listColumn(name, at(name))])),
    id: bare(at('id')),
    displayName: at('displayName'),
    state: at('state'),
    applicationFilter: at('applicationFilter'),
    deviceFilterMode: at('deviceFilterMode'),
    deviceFilter: at('deviceFilter'),
    grantOperator: at('grantOperator'),
    authenticationStrength: sql`coalesce(${at('strengthName')}, ${at('strengthId')})`,
    sessionControls: setControls(at('sessionControls')),
  };
}

/** Graph leaves out or sets to null what a policy does not have: its lists are empty. */
function listColumn(name: string, value: Sql): Sql {
  const read = name === 'allowedCombinations' ? list : idLists.has(name) ? idList : wordList;
  return sql`coalesce(${read(value)}, []::varchar[])`;
}

/** Names of the session controls that are neither null, nor off, nor an object without anything in it. */
function setControls(controls: Sql): Sql {
  return sql`coalesce(list_transform(list_filter(map_entries(json_transform(${controls}, '"MAP(VARCHAR, JSON)"')), lambda e: not contains(e.key, '@')
      and coalesce(e.value::varchar, 'null') not in ('null', 'false')
      and not regexp_matches(e.value::varchar, '"[iI]sEnabled":\\s*false')
      and not regexp_full_match(e.value::varchar, '\\{(\\s*"[^"]+":\\s*null\\s*,?)*\\s*\\}')),
    lambda e: lower(e.key[1]) || e.key[2:]), []::varchar[])`;
}
