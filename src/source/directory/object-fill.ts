import { sql, type Sql } from '../../store/sql.ts';
import { bare, type Fill, type ItemSql, list, moment, typeName } from '../directory-source.ts';
import { boolean, type Field, json, texts } from '../source.ts';

/** What a user has, as Graph names it. */
export const userFields = {
  ...texts({
    id: 'id',
    userPrincipalName: 'userPrincipalName',
    displayName: 'displayName',
    mail: 'mail',
    userType: 'userType',
    createdDateTime: 'createdDateTime',
    externalUserState: 'externalUserState',
    perUserMfaState: 'perUserMfaState',
    passwordPolicies: 'passwordPolicies',
    lastPasswordChange: 'lastPasswordChangeDateTime',
    lastSignIn: 'signInActivity/lastSignInDateTime',
    lastNonInteractiveSignIn: 'signInActivity/lastNonInteractiveSignInDateTime',
    lastSuccessfulSignIn: 'signInActivity/lastSuccessfulSignInDateTime',
  }),
  accountEnabled: boolean('accountEnabled'),
  onPremisesSyncEnabled: boolean('onPremisesSyncEnabled'),
};

/** The columns of a user. */
export function userColumns(at: ItemSql): Record<string, Sql> {
  return {
    ...same(at, [
      'displayName',
      'accountEnabled',
      'userType',
      'externalUserState',
      'perUserMfaState',
      'passwordPolicies',
      'onPremisesSyncEnabled',
    ]),
    id: bare(at('id')),
    userPrincipalName: bare(at('userPrincipalName')),
    mail: bare(at('mail')),
    createdDateTime: moment(at('createdDateTime')),
    lastSignIn: moment(at('lastSignIn')),
    lastNonInteractiveSignIn: moment(at('lastNonInteractiveSignIn')),
    lastSuccessfulSignIn: moment(at('lastSuccessfulSignIn')),
    lastPasswordChange: moment(at('lastPasswordChange')),
  };
}

/** What a service principal has. */
export const servicePrincipalFields = {
  ...texts({
    id: 'id',
    appId: 'appId',
    displayName: 'displayName',
    appOwnerOrganizationId: 'appOwnerOrganizationId',
    servicePrincipalType: 'servicePrincipalType',
    signInAudience: 'signInAudience',
    createdDateTime: 'createdDateTime',
    verifiedPublisherId: 'verifiedPublisher/verifiedPublisherId',
    publisherName: 'publisherName',
  }),
  accountEnabled: boolean('accountEnabled'),
  appRoleAssignmentRequired: boolean('appRoleAssignmentRequired'),
  replyUrls: json('replyUrls'),
};

/** The columns of a service principal. */
export function servicePrincipalColumns(at: ItemSql): Record<string, Sql> {
  return {
    ...same(at, [
      'displayName',
      'servicePrincipalType',
      'signInAudience',
      'accountEnabled',
      'appRoleAssignmentRequired',
      'publisherName',
    ]),
    id: bare(at('id')),
    appId: bare(at('appId')),
    appOwnerOrganizationId: bare(at('appOwnerOrganizationId')),
    verifiedPublisherId: bare(at('verifiedPublisherId')),
    createdDateTime: moment(at('createdDateTime')),
    replyUrls: list(at('replyUrls')),
  };
}

/** What a group has. */
export const groupFields = {
  ...texts({
    id: 'id',
    displayName: 'displayName',
    mail: 'mail',
    membershipRule: 'membershipRule',
    visibility: 'visibility',
  }),
  securityEnabled: boolean('securityEnabled'),
  mailEnabled: boolean('mailEnabled'),
  isAssignableToRole: boolean('isAssignableToRole'),
  onPremisesSyncEnabled: boolean('onPremisesSyncEnabled'),
  groupTypes: json('groupTypes'),
};

/** The columns of a group. */
export function groupColumns(at: ItemSql): Record<string, Sql> {
  return {
    ...same(at, [
      'displayName',
      'membershipRule',
      'visibility',
      'securityEnabled',
      'mailEnabled',
      'isAssignableToRole',
      'onPremisesSyncEnabled',
    ]),
    id: bare(at('id')),
    mail: bare(at('mail')),
    groupTypes: list(at('groupTypes')),
  };
}

/** What tells which kind of object a member or owner is, and what the object itself has. */
export const objectFields = {
  ...userFields,
  ...servicePrincipalFields,
  ...groupFields,
  ...texts({
    type: '@odata.type',
    typeOfPowerShell: 'additionalProperties/@odata.type',
    deviceId: 'deviceId',
    operatingSystem: 'operatingSystem',
  }),
} satisfies Record<string, Field>;

/** `user`, `servicePrincipal`, `group` or `device`: as the object says, or by what only such an object has. */
export function objectType(at: ItemSql): Sql {
  return sql`coalesce(${typeName(at('type'))}, ${typeName(at('typeOfPowerShell'))}, case
    when ${at('userPrincipalName')} is not null then 'user'
    when ${at('servicePrincipalType')} is not null or ${at('appOwnerOrganizationId')} is not null then 'servicePrincipal'
    when ${at('securityEnabled')} is not null or ${at('groupTypes')} is not null then 'group'
    when ${at('deviceId')} is not null or ${at('operatingSystem')} is not null then 'device' end)`;
}

/** `user`, `servicePrincipal` or `group`: as an expanded principal says, or by what only such an object has. */
export function principalType(principal: Sql): Sql {
  const has = (camelCase: Sql, pascalCase: Sql): Sql =>
    sql`coalesce(${principal} ->> ${camelCase}, ${principal} ->> ${pascalCase}) is not null`;
  return sql`coalesce(${typeName(sql`${principal} ->> '$."@odata.type"'`)},
    ${typeName(sql`${principal} ->> '$.AdditionalProperties."@odata.type"'`)}, case
      when ${has(sql`'$.userPrincipalName'`, sql`'$.UserPrincipalName'`)} then 'user'
      when ${has(sql`'$.appId'`, sql`'$.AppId'`)} then 'servicePrincipal'
      when ${has(sql`'$.securityEnabled'`, sql`'$.SecurityEnabled'`)} then 'group' end)`;
}

/**
 * Rows for the objects that stand in a record as members, owners or principals, each in the table of its kind, as far as the
 * export says more of them than who they are.
 *
 * @param within field with the objects; without it the record is the object, with the fields `objectFields`.
 */
export function objectFills(within?: string): Fill[] {
  const each = within === undefined ? {} : { each: [{ list: within, fields: objectFields }] };
  const fill = (table: 'user' | 'service_principal' | 'group', known: Known, columns: typeof userColumns): Fill => ({
    table,
    ...each,
    where: (field, item) => {
      const at = within === undefined ? atField(field) : item;
      return sql`${objectType(at)} = ${known.type} and ${at(known.by)} is not null`;
    },
    columns: (field, item) => columns(within === undefined ? atField(field) : item),
  });
  return [
    fill('user', { type: 'user', by: 'userPrincipalName' }, userColumns),
    fill('service_principal', { type: 'servicePrincipal', by: 'appId' }, servicePrincipalColumns),
    fill('group', { type: 'group', by: 'securityEnabled' }, groupColumns),
  ];
}

/** What an object of a type has if the export says more of it than who it is. */
interface Known {
  readonly type: string;
  readonly by: keyof typeof objectFields;
}

/** The fields of a record by name, as those of a list's element. */
export function atField(field: Readonly<Record<string, Sql>>): ItemSql {
  return (name) => {
    const found = field[name];
    if (found === undefined) throw new Error(`the record has no field ${name}`);
    return found;
  };
}

function same(at: ItemSql, names: readonly string[]): Record<string, Sql> {
  return Object.fromEntries(names.map((name) => [name, at(name)]));
}
