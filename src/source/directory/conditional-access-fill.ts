import { sql, type Sql } from '../../store/sql.ts';
import { bare, type ItemSql, list } from '../directory-source.ts';
import { type Field, json, text } from '../source.ts';

/** Columns of a policy that are lists, and where they stand. */
const lists = {
  includeUsers: 'conditions/users/includeUsers',
  excludeUsers: 'conditions/users/excludeUsers',
  includeGroups: 'conditions/users/includeGroups',
  excludeGroups: 'conditions/users/excludeGroups',
  includeRoles: 'conditions/users/includeRoles',
  excludeRoles: 'conditions/users/excludeRoles',
  includeApplications: 'conditions/applications/includeApplications',
  excludeApplications: 'conditions/applications/excludeApplications',
  userActions: 'conditions/applications/includeUserActions',
  authenticationContexts: 'conditions/applications/includeAuthenticationContextClassReferences',
  includeServicePrincipals: 'conditions/clientApplications/includeServicePrincipals',
  excludeServicePrincipals: 'conditions/clientApplications/excludeServicePrincipals',
  clientAppTypes: 'conditions/clientAppTypes',
  includePlatforms: 'conditions/platforms/includePlatforms',
  excludePlatforms: 'conditions/platforms/excludePlatforms',
  includeLocations: 'conditions/locations/includeLocations',
  excludeLocations: 'conditions/locations/excludeLocations',
  signInRiskLevels: 'conditions/signInRiskLevels',
  userRiskLevels: 'conditions/userRiskLevels',
  servicePrincipalRiskLevels: 'conditions/servicePrincipalRiskLevels',
  grantControls: 'grantControls/builtInControls',
  termsOfUse: 'grantControls/termsOfUse',
} as const;

/** Those that Graph writes as one text, with commas. */
const flags = {
  includeGuests: 'conditions/users/includeGuestsOrExternalUsers/guestOrExternalUserTypes',
  excludeGuests: 'conditions/users/excludeGuestsOrExternalUsers/guestOrExternalUserTypes',
  insiderRiskLevels: 'conditions/insiderRiskLevels',
  transferMethods: 'conditions/authenticationFlows/transferMethods',
} as const;

const paths = (entries: Readonly<Record<string, string>>): Record<string, Field> =>
  Object.fromEntries(Object.entries(entries).map(([name, path]) => [name, json(path)]));

/** What a policy of conditional access has, as Graph names it. */
export const conditionalAccessFields: Readonly<Record<string, Field>> = {
  id: text('id'),
  displayName: text('displayName'),
  state: text('state'),
  conditions: json('conditions'),
  ...paths(lists),
  ...paths(flags),
  applicationFilter: text('conditions/applications/applicationFilter/rule'),
  deviceFilterMode: text('conditions/devices/deviceFilter/mode'),
  deviceFilter: text('conditions/devices/deviceFilter/rule'),
  grantOperator: text('grantControls/operator'),
  strengthId: text('grantControls/authenticationStrength/id'),
  strengthName: text('grantControls/authenticationStrength/displayName'),
  allowedCombinations: json('grantControls/authenticationStrength/allowedCombinations'),
  sessionControls: json('sessionControls'),
};

/** The columns of a policy. Whatever of a policy's conditions is not there is no condition of it. */
export function conditionalAccessColumns(at: ItemSql): Record<string, Sql> {
  const known = sql`case when ${at('conditions')}::varchar is not null then []::varchar[] end`;
  return {
    id: bare(at('id')),
    displayName: at('displayName'),
    state: at('state'),
    ...columns(lists, (name) => sql`coalesce(${withSmallIds(list(at(name)))}, ${known})`),
    ...columns(flags, (name) => sql`coalesce(${splitFlags(at(name))}, ${known})`),
    applicationFilter: at('applicationFilter'),
    deviceFilterMode: at('deviceFilterMode'),
    deviceFilter: at('deviceFilter'),
    grantOperator: at('grantOperator'),
    authenticationStrength: sql`coalesce(${at('strengthName')}, ${at('strengthId')})`,
    allowedCombinations: sql`coalesce(${list(at('allowedCombinations'))}, ${known})`,
    sessionControls: setControls(at('sessionControls')),
  };
}

function columns(names: object, of: (name: string) => Sql): Record<string, Sql> {
  return Object.fromEntries(Object.keys(names).map((name) => [name, of(name)]));
}

/** Ids are compared in lower case; words such as `All` stay as they are. */
export function withSmallIds(values: Sql): Sql {
  return sql`list_transform(${values}, lambda v: case when regexp_matches(v, '^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$') then lower(v) else v end)`;
}

function splitFlags(value: Sql): Sql {
  return sql`list_filter(flatten(list_transform(${list(value)}, lambda v: string_split_regex(v, '\\s*,\\s*'))), lambda v: v <> 'none')`;
}

/** Names of the session controls that are neither null, nor off, nor an object without anything in it. */
function setControls(controls: Sql): Sql {
  return sql`coalesce(list_transform(list_filter(json_keys(${controls}), lambda k: not contains(k, '@')
      and coalesce(json_extract(${controls}, '$."' || k || '"')::varchar, 'null') not in ('null', 'false')
      and not regexp_matches(json_extract(${controls}, '$."' || k || '"')::varchar, '"[iI]sEnabled":\\s*false')
      and not regexp_full_match(json_extract(${controls}, '$."' || k || '"')::varchar, '\\{(\\s*"[^"]+":\\s*null\\s*,?)*\\s*\\}')),
    lambda k: lower(k[1]) || k[2:]), []::varchar[])`;
}
