import { sql, type Sql } from '../../store/sql.ts';
import { bare, moment } from '../directory-source.ts';
import { bigint, boolean, json, text, texts } from '../source.ts';
import { conditionalAccessColumns, conditionalAccessFields } from './conditional-access-fill.ts';
import type { ScubaField, ScubaFill } from './scuba-fields.ts';
import { isSetting, settingColumns, settingFill, wholeTree } from './setting-fill.ts';

/** Everything in the objects of a field, as settings; `object` is where the id of each stands. */
function settings(
  policy: string,
  list: ScubaField,
  options: { readonly object?: string; readonly without?: readonly string[] } = {},
): ScubaFill {
  const { object, without } = options;
  return {
    table: 'setting',
    each: [{ list, fields: { object: text(object ?? 'Id') } }, wholeTree],
    where: (_, _item, setting) => isSetting(setting('path'), without),
    columns: (_, item, setting) => ({
      policy: sql`${policy}`,
      object: object === undefined ? sql`'policy'` : bare(item('object')),
      ...settingColumns(setting),
    }),
  };
}

/** What ScubaGear could not ask, or could, with the product that it asked for. */
const commands = (list: ScubaField, product: string, outcome: 'successful' | 'unsuccessful'): ScubaFill => ({
  table: 'setting',
  columns: (field) => ({
    policy: sql`'scubaCommands'`,
    object: sql`${outcome}`,
    path: bare(sql`unnest(list_distinct(text_list(${field[list]})))`),
    value: sql`${product}`,
  }),
});

const tenant = {
  ...texts({ id: 'TenantId', displayName: 'DisplayName', domain: 'DomainName' }),
  more: json('AADAdditionalData'),
};

/** When the export was made; old versions write a local time with the name of its zone. */
export const takenAt = (field: Readonly<Record<'timestamp' | 'date', Sql>>): Sql =>
  sql`coalesce(${moment(field.timestamp)}, case when contains(${field.date}, 'Coordinated Universal Time') then ${moment(sql`${field.date}[:19]`)} end)`;

/** The tenant, its policies and its configuration. */
export const scubaSettingFills: readonly ScubaFill[] = [
  {
    table: 'tenant',
    each: [{ list: 'tenantDetails', fields: tenant }],
    columns: (_, item) => ({
      id: bare(item('id')),
      displayName: item('displayName'),
      defaultDomain: bare(item('domain')),
      createdDateTime: moment(sql`unfolded_list(${item('more')}) ->> '$[0].CreatedDateTime'`),
    }),
  },
  {
    table: 'setting',
    each: [{ list: 'tenantDetails', fields: tenant }, { list: 'more', fields: texts({ id: 'Id' }) }, wholeTree],
    where: (_, _item, _more, setting) => isSetting(setting('path'), ['assignedplans', 'provisionedplans']),
    columns: (_, _item, _more, setting) => ({
      policy: sql`'organization'`,
      object: sql`'policy'`,
      ...settingColumns(setting),
    }),
  },
  {
    table: 'setting',
    where: (field) => sql`try_cast(${field.totalUserCount} as bigint) >= 0`,
    columns: (field) => ({
      policy: sql`'organization'`,
      object: sql`'policy'`,
      path: sql`'totalusercount'`,
      value: field.totalUserCount,
    }),
  },
  {
    table: 'conditional_access_policy',
    each: [{ list: 'conditionalAccessPolicies', fields: conditionalAccessFields }],
    columns: (_, item) => conditionalAccessColumns(item),
  },
  {
    table: 'domain',
    each: [
      {
        list: 'domainSettings',
        fields: {
          ...texts({ id: 'Id', authenticationType: 'AuthenticationType' }),
          isDefault: boolean('IsDefault'),
          isInitial: boolean('IsInitial'),
          isVerified: boolean('IsVerified'),
          passwordValidityPeriodInDays: bigint('PasswordValidityPeriodInDays'),
        },
      },
    ],
    columns: (_, item) => ({
      id: bare(item('id')),
      authenticationType: item('authenticationType'),
      isDefault: item('isDefault'),
      isInitial: item('isInitial'),
      isVerified: item('isVerified'),
      passwordValidityPeriodInDays: item('passwordValidityPeriodInDays'),
    }),
  },
  settings('domain', 'domainSettings', { object: 'Id' }),
  {
    table: 'setting',
    each: [
      { list: 'directorySettings', fields: { ...texts({ name: 'DisplayName' }), values: json('Values') } },
      { list: 'values', fields: texts({ name: 'Name', value: 'Value' }) },
    ],
    columns: (_, item, value) => ({
      policy: item('name'),
      object: sql`'policy'`,
      path: bare(value('name')),
      value: value('value'),
    }),
  },
  settings('authorizationPolicy', 'authorizationPolicies'),
  settings('adminConsentRequestPolicy', 'adminConsentPolicies'),
  // Older versions have the policy itself here, and of the methods no more than that there are some.
  settings('authenticationMethodsPolicy', 'authenticationMethod', {
    without: ['authentication_method_', 'authenticationmethodconfigurations'],
  }),
  {
    table: 'setting',
    each: [
      { list: 'authenticationMethod', fields: { policy: json('authentication_method_policy') } },
      { isTree: true, list: 'policy' },
    ],
    where: (_, _item, setting) => isSetting(setting('path'), ['authenticationmethodconfigurations']),
    columns: (_, _item, setting) => ({
      policy: sql`'authenticationMethodsPolicy'`,
      object: sql`'policy'`,
      ...settingColumns(setting),
    }),
  },
  {
    table: 'setting',
    each: [
      { list: 'authenticationMethod', fields: { methods: json('authentication_method_feature_settings') } },
      { list: 'methods', fields: texts({ id: 'Id' }) },
      wholeTree,
    ],
    where: (_, _item, method, setting) => sql`${method('id')} is not null and ${isSetting(setting('path'))}`,
    columns: (_, _item, method, setting) => ({
      policy: sql`'authenticationMethodConfiguration'`,
      object: bare(method('id')),
      ...settingColumns(setting),
    }),
  },
  settings('delegatedPermissionClassification', 'riskyClassifications', { object: 'ObjectId' }),
  settings('dedicatedExchangeHybrid', 'exchangeHybrid', { without: ['apps'] }),
  settings('tenantAppManagementPolicy', 'defaultAppManagement'),
  settings('appManagementPolicy', 'appManagement', { object: 'Id' }),
  {
    table: 'setting',
    each: [{ list: 'servicePlans', fields: texts({ name: 'ServicePlanName', status: 'ProvisioningStatus' }) }],
    columns: (_, item) => ({
      policy: sql`'servicePlans'`,
      object: sql`'policy'`,
      path: bare(item('name')),
      value: item('status'),
    }),
  },
  settings('subscribedSku', 'licenses', { object: 'SkuPartNumber' }),
  settings('organizationConfig', 'organizationConfig'),
  settings('adminAuditLogConfig', 'adminAuditLogConfig'),
  settings('remoteDomain', 'remoteDomains', { object: 'DomainName' }),
  settings('transportConfig', 'transportConfig'),
  settingFill('scubaConfig', { inside: 'scubaConfig' }),
  commands('aadFailed', 'aad', 'unsuccessful'),
  commands('exoFailed', 'exo', 'unsuccessful'),
  commands('defenderFailed', 'defender', 'unsuccessful'),
  commands('securitySuiteFailed', 'securitysuite', 'unsuccessful'),
  commands('aadDone', 'aad', 'successful'),
  commands('exoDone', 'exo', 'successful'),
  commands('defenderDone', 'defender', 'successful'),
  commands('securitySuiteDone', 'securitysuite', 'successful'),
];
