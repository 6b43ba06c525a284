import { sql, type Sql } from '../../store/sql.ts';
import { bare, defineDirectorySource, list } from '../directory-source.ts';
import { json, sameNamed, texts } from '../source.ts';
import { conditionalAccessExamples } from './conditional-access-examples.ts';
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

/** Graph `identity/conditionalAccess/policies`; Goose writes the same, one a line. */
export default defineDirectorySource({
  id: 'conditional-access-policy-graph',
  title: 'Conditional access policies as Graph gives them (JSON)',
  reference: 'https://learn.microsoft.com/graph/api/resources/conditionalaccesspolicy',
  table: 'directory',
  fields: {
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
  },
  requires: [['id'], ['state'], ['includeUsers', 'includeApplications', 'clientAppTypes', 'includeServicePrincipals']],
  fills: [
    {
      table: 'conditional_access_policy',
      columns: (field) => ({
        ...sameNamed(field, [
          'displayName',
          'state',
          'applicationFilter',
          'deviceFilterMode',
          'deviceFilter',
          'grantOperator',
        ]),
        ...Object.fromEntries(
          Object.keys(lists).map((name) => [name, listColumn(name, field[name as keyof typeof lists])]),
        ),
        id: bare(field.id),
        authenticationStrength: sql`coalesce(${field.strengthName}, ${field.strengthId})`,
        sessionControls: setControls(field.sessionControls),
      }),
    },
  ],
  examples: conditionalAccessExamples,
});

/** Graph leaves out or sets to null what a policy does not have: its lists are empty. */
function listColumn(name: string, value: Sql): Sql {
  const read = name === 'allowedCombinations' ? list : idLists.has(name) ? idList : wordList;
  return sql`coalesce(${read(value)}, []::varchar[])`;
}

/** Names of the session controls that are neither null, nor off, nor an object without anything in it. */
function setControls(controls: Sql): Sql {
  return sql`coalesce(list_transform(list_filter(json_keys(${controls}), lambda k: not contains(k, '@')
      and coalesce(json_extract(${controls}, '$."' || k || '"')::varchar, 'null') not in ('null', 'false')
      and not regexp_matches(json_extract(${controls}, '$."' || k || '"')::varchar, '"[iI]sEnabled":\\s*false')
      and not regexp_full_match(json_extract(${controls}, '$."' || k || '"')::varchar, '\\{(\\s*"[^"]+":\\s*null\\s*,?)*\\s*\\}')),
    lambda k: lower(k[1]) || k[2:]), []::varchar[])`;
}
