import { join, literal, sql, type Sql } from '../../store/sql.ts';
import { bare, defineDirectorySource } from '../directory-source.ts';
import { type Field, text, texts } from '../source.ts';
import { smallIds } from './list-part.ts';
import { allParts, cell, parts } from './mes-cell.ts';

/** Columns that hold lists, in every version. */
const always = ['clientAppTypes', 'signInRiskLevels', 'userRiskLevels', 'servicePrincipalRiskLevels', 'termsOfUse'];

/** Columns that hold lists, in newer versions. */
const newer = [
  'includeUsers',
  'excludeUsers',
  'includeGroups',
  'excludeGroups',
  'includeRoles',
  'excludeRoles',
  'includeApplications',
  'excludeApplications',
  'includePlatforms',
  'excludePlatforms',
  'includeLocations',
  'excludeLocations',
];

const sessionControls = [
  'applicationEnforcedRestrictions',
  'cloudAppSecurity',
  'disableResilienceDefaults',
  'persistentBrowser',
  'signInFrequency',
];

const named = (names: readonly string[]): Record<string, Field> =>
  Object.fromEntries(names.map((name) => [name, text(name)]));

const fields: Readonly<Record<string, Field>> = {
  ...texts({
    id: 'Id',
    displayName: 'DisplayName',
    state: 'State',
    builtInControls: 'BuiltInControls',
    grantOperator: 'GrantOperator',
    operator: 'ClientOperatorAppTypes',
    deviceFilterState: 'DeviceFilter',
    deviceFilterMode: 'DeviceFilterMode',
    deviceFilterRule: 'DeviceFilterRule',
    conditions: 'Conditions',
  }),
  ...named(always),
  ...named(newer),
  ...named(sessionControls),
};

/**
 * `Get-ConditionalAccessPolicies`. It leaves out authentication strengths, user actions, guests by kind, authentication
 * flows and contexts and service principals: these columns are null. Its column `UserActions` holds the risk of users.
 */
export default defineDirectorySource({
  id: 'mes-conditional-access',
  title: 'Microsoft Extractor Suite: ConditionalAccessPolicies (CSV or JSON)',
  reference:
    'https://microsoft-365-extractor-suite.readthedocs.io/en/latest/functionality/Azure/ConditionalAccessPolicy.html',
  table: 'directory',
  fields,
  requires: [['id'], ['displayName'], ['state'], ['clientAppTypes', 'deviceFilterState', 'builtInControls']],
  excludes: ['conditions'],
  fills: [
    {
      table: 'conditional_access_policy',
      columns: (field) => {
        const at = (name: string): Sql => field[name] ?? sql`null`;
        return {
          id: bare(at('id')),
          displayName: cell(at('displayName')),
          state: cell(at('state')),
          ...Object.fromEntries(always.map((name) => [name, allParts(at(name))])),
          ...Object.fromEntries(newer.map((name) => [name, ifNewer(at('deviceFilterState'), at(name))])),
          grantControls: allParts(at('builtInControls')),
          grantOperator: sql`coalesce(${cell(at('grantOperator'))}, ${cell(at('operator'))})`,
          deviceFilterMode: cell(at('deviceFilterMode')),
          deviceFilter: cell(at('deviceFilterRule')),
          sessionControls: sql`case when ${cell(at('deviceFilterState'))} is not null then list_filter([${join(
            sessionControls.map((name) => sql`case when lower(${cell(at(name))}) <> 'false' then ${literal(name)} end`),
          )}], lambda c: c is not null) end`,
        };
      },
    },
  ],
  examples: [
    {
      name: 'multifactor authentication for administrators',
      record: {
        DisplayName: 'MFA for administrators',
        Id: 'AAAA0000-0000-4000-8000-000000000001',
        State: 'enabled',
        CreatedDateTime: '4/23/2017 10:22:01 AM',
        IncludeUsers: '',
        ExcludeUsers: 'BBBB0000-0000-4000-8000-000000000001; bbbb0000-0000-4000-8000-000000000002',
        IncludeRoles: '62e90394-69f5-4237-9190-012177145e10',
        IncludeApplications: 'All',
        ClientAppTypes: 'browser; mobileAppsAndDesktopClients',
        UserRiskLevels: 'high',
        DeviceFilter: 'Not Configured',
        BuiltInControls: 'mfa',
        GrantOperator: 'OR',
        ApplicationEnforcedRestrictions: '',
        DisableResilienceDefaults: 'False',
        SignInFrequency: '4 days',
        UserActions: 'high',
      },
      becomes: {
        conditional_access_policy: [
          {
            id: 'aaaa0000-0000-4000-8000-000000000001',
            state: 'enabled',
            includeUsers: '',
            excludeUsers: 'bbbb0000-0000-4000-8000-000000000001,bbbb0000-0000-4000-8000-000000000002',
            includeRoles: '62e90394-69f5-4237-9190-012177145e10',
            includeApplications: 'All',
            userActions: null,
            clientAppTypes: 'browser,mobileAppsAndDesktopClients',
            grantControls: 'mfa',
            grantOperator: 'OR',
            allowedCombinations: null,
            sessionControls: 'signInFrequency',
          },
        ],
      },
    },
    {
      name: 'an old version, without users and with lines in its cells',
      record: {
        DisplayName: 'Block legacy',
        Id: 'p2',
        State: 'disabled',
        ClientAppTypes: 'exchangeActiveSync\r\nother\r\n',
        BuiltInControls: 'block compliantDevice',
        ClientOperatorAppTypes: 'OR',
      },
      becomes: {
        conditional_access_policy: [
          {
            includeUsers: null,
            clientAppTypes: 'exchangeActiveSync,other',
            grantControls: 'block,compliantDevice',
            grantOperator: 'OR',
            sessionControls: null,
          },
        ],
      },
    },
    {
      name: 'a policy of Graph is none',
      record: { id: 'p', displayName: 'x', state: 'enabled', conditions: { clientAppTypes: ['all'] } },
      becomes: undefined,
    },
  ],
});

/** Which cells are empty and which columns are missing is the same in a table: a cell that is never empty tells. */
function ifNewer(witness: Sql, value: Sql): Sql {
  return sql`case when ${cell(witness)} is not null then ${smallIds(allParts(value))} else ${smallIds(parts(value))} end`;
}
