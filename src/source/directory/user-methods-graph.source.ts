import { sql, type Sql } from '../../store/sql.ts';
import { bare, defineDirectorySource, type Fill, typeName } from '../directory-source.ts';
import { text, texts } from '../source.ts';
import { wholeTree } from './setting-fill.ts';

const passwordId = '28c10230-6103-485e-b985-444c60001490';

type F = keyof typeof fields;
const fields = {
  ...texts({
    id: 'id',
    type: '@odata.type',
    phoneNumber: 'phoneNumber',
    phoneType: 'phoneType',
    aaGuid: 'aaGuid',
    attestationLevel: 'attestationLevel',
    deviceTag: 'deviceTag',
    phoneAppVersion: 'phoneAppVersion',
    keyStrength: 'keyStrength',
    platform: 'platform',
    emailAddress: 'emailAddress',
    isUsable: 'isUsable',
    lifetimeInMinutes: 'lifetimeInMinutes',
    methodUsabilityReason: 'methodUsabilityReason',
    userId: 'users/id',
    userPrincipalName: 'users/userPrincipalName',
  }),
  // What other children of a user have.
  appRoleId: text('appRoleId'),
  operatingSystem: text('operatingSystem'),
  deviceId: text('deviceId'),
  principalId: text('principalId'),
  childName: text('userPrincipalName'),
  appId: text('appId'),
  groupTypes: text('groupTypes'),
  skuId: text('skuId'),
  roleTemplateId: text('roleTemplateId'),
};

/** One method as a list. The row of a user is the union of all of them. */
function methodFill(method: (field: Readonly<Record<F, Sql>>) => Sql): Fill<F> {
  return {
    table: 'registration',
    where: (field) => sql`${method(field)} is not null`,
    columns: (field) => ({
      userId: bare(field.userId),
      userPrincipalName: bare(field.userPrincipalName),
      // The password is no method to register; of a user who has nothing else, the list is known to be empty.
      methods: sql`list_filter([${method(field)}], lambda m: m <> 'password')`,
    }),
  };
}

/**
 * Graph `users/{id}/authentication/methods` as Goose writes it: each method with the whole user in it. Goose takes the type
 * away, so that what a method has tells it.
 */
export default defineDirectorySource({
  id: 'user-methods-graph',
  title: 'Authentication methods with their user, as Goose writes them (JSON lines)',
  reference: 'https://learn.microsoft.com/graph/api/resources/authenticationmethod',
  table: 'directory',
  fields,
  requires: [['id'], ['userId']],
  excludes: [
    'appRoleId',
    'operatingSystem',
    'deviceId',
    'principalId',
    'childName',
    'appId',
    'groupTypes',
    'skuId',
    'roleTemplateId',
  ],
  kind: (field) => sql`coalesce(${methodOf(field)}, 'unknown')`,
  fills: [
    methodFill(methodOf),
    {
      // A software token has nothing but a key without a value.
      ...methodFill(() => sql`'softwareOneTimePasscode'`),
      kind: 'unknown',
      each: [wholeTree],
      where: (_, item) => sql`${item('path')} = 'secretkey'`,
    },
  ],
  examples: [
    {
      name: 'a phone',
      record: {
        id: '3179e48a-750b-4051-897c-87b9720928f7',
        phoneNumber: '+47 55500100',
        phoneType: 'mobile',
        smsSignInState: 'notAllowedByPolicy',
        users: { displayName: 'Nora Lind', id: 'U1', userPrincipalName: 'Nora.Lind@frostline.example' },
      },
      becomes: {
        registration: [{ userId: 'u1', userPrincipalName: 'nora.lind@frostline.example', methods: 'mobilePhone' }],
        user: [],
      },
    },
    {
      name: 'an authenticator that tells its type',
      record: {
        '@odata.type': '#microsoft.graph.microsoftAuthenticatorAuthenticationMethod',
        id: 'm2',
        displayName: 'Phone of Nora',
        deviceTag: 'SoftwareTokenActivated',
        users: { id: 'U1', userPrincipalName: 'nora.lind@frostline.example' },
      },
      becomes: { registration: [{ userId: 'u1', methods: 'microsoftAuthenticatorPush' }] },
    },
    {
      name: 'a software token',
      record: { id: 'm3', secretKey: null, users: { id: 'U1', userPrincipalName: 'nora.lind@frostline.example' } },
      becomes: { registration: [{ userId: 'u1', methods: 'softwareOneTimePasscode' }] },
    },
    {
      name: 'nothing but a password',
      record: {
        createdDateTime: '2023-05-06T07:08:09Z',
        id: passwordId,
        password: null,
        users: { id: 'U2', userPrincipalName: 'test.legacy@frostline.example' },
      },
      becomes: { registration: [{ userId: 'u2', methods: '' }] },
    },
    {
      name: 'a role of an application that a user has is none',
      record: { id: 'x', appRoleId: 'r', principalId: 'u', resourceId: 's', users: { id: 'u' } },
      becomes: undefined,
    },
  ],
});

/** The method in the words of the report of registered methods; null if nothing tells it. */
function methodOf(field: Readonly<Record<F, Sql>>): Sql {
  return sql`case coalesce(${typeName(field.type)}, '')
        when 'phoneAuthenticationMethod' then ${phone(field.phoneType)}
        when 'fido2AuthenticationMethod' then 'fido2SecurityKey'
        when 'microsoftAuthenticatorAuthenticationMethod' then 'microsoftAuthenticatorPush'
        when 'passwordlessMicrosoftAuthenticatorAuthenticationMethod' then 'microsoftAuthenticatorPasswordless'
        when 'windowsHelloForBusinessAuthenticationMethod' then 'windowsHelloForBusiness'
        when 'platformCredentialAuthenticationMethod' then 'macOsSecureEnclaveKey'
        when 'emailAuthenticationMethod' then 'email'
        when 'softwareOathAuthenticationMethod' then 'softwareOneTimePasscode'
        when 'hardwareOathAuthenticationMethod' then 'hardwareOneTimePasscode'
        when 'temporaryAccessPassAuthenticationMethod' then 'temporaryAccessPass'
        when 'passwordAuthenticationMethod' then 'password'
        when '' then case
          when ${field.id} = ${passwordId} then 'password'
          when coalesce(${field.phoneNumber}, ${field.phoneType}) is not null then ${phone(field.phoneType)}
          when coalesce(${field.aaGuid}, ${field.attestationLevel}) is not null then 'fido2SecurityKey'
          when coalesce(${field.deviceTag}, ${field.phoneAppVersion}) is not null then 'microsoftAuthenticatorPush'
          when ${field.platform} is not null then 'macOsSecureEnclaveKey'
          when ${field.keyStrength} is not null then 'windowsHelloForBusiness'
          when ${field.emailAddress} is not null then 'email'
          when coalesce(${field.isUsable}, ${field.lifetimeInMinutes}, ${field.methodUsabilityReason}) is not null
            then 'temporaryAccessPass' end
        else ${typeName(field.type)} end`;
}

function phone(phoneType: Sql): Sql {
  return sql`case ${phoneType} when 'alternateMobile' then 'alternateMobilePhone' when 'office' then 'officePhone' else 'mobilePhone' end`;
}
