import { join, literal, sql, type Sql } from '../../store/sql.ts';
import { bare, defineDirectorySource } from '../directory-source.ts';
import { boolean, json, sameNamed, texts } from '../source.ts';
import { wordList } from './list-part.ts';

/** How the report of old calls methods, and how the one of now does. */
const oldMethods = {
  mobileSMS: 'mobilePhone',
  alternateMobileCall: 'alternateMobilePhone',
  appNotification: 'microsoftAuthenticatorPush',
  appCode: 'softwareOneTimePasscode',
  fido: 'fido2SecurityKey',
};

const words = (texts: readonly string[]): Sql => join(texts.map(literal));

/**
 * Graph `reports/authenticationMethods/userRegistrationDetails`, and `reports/credentialUserRegistrationDetails` of old. The
 * same columns in CSV have their lists as one text.
 */
export default defineDirectorySource({
  id: 'user-registration-details-graph',
  title: 'Registered authentication methods of users, the report of Graph (JSON)',
  reference: 'https://learn.microsoft.com/graph/api/resources/userregistrationdetails',
  table: 'directory',
  fields: {
    ...texts({
      id: 'id',
      userPrincipalName: 'userPrincipalName',
      defaultMfaMethod: 'defaultMfaMethod',
      userPreferredMethod: 'userPreferredMethodForSecondaryAuthentication',
    }),
    isAdmin: boolean('isAdmin'),
    isMfaRegistered: boolean('isMfaRegistered'),
    isMfaCapable: boolean('isMfaCapable'),
    isPasswordlessCapable: boolean('isPasswordlessCapable'),
    methodsRegistered: json('methodsRegistered'),
    authMethods: json('authMethods'),
  },
  requires: [['id'], ['userPrincipalName'], ['isMfaRegistered', 'methodsRegistered', 'authMethods']],
  fills: [
    {
      table: 'registration',
      columns: (field) => ({
        ...sameNamed(field, ['isAdmin', 'isMfaRegistered', 'isMfaCapable', 'isPasswordlessCapable']),
        userId: bare(field.id),
        userPrincipalName: bare(field.userPrincipalName),
        defaultMfaMethod: sql`coalesce(${field.defaultMfaMethod}, ${field.userPreferredMethod})`,
        methods: sql`coalesce(${wordList(field.methodsRegistered)}, list_distinct(list_transform(${wordList(field.authMethods)},
          lambda m: coalesce([${words(Object.values(oldMethods))}][list_position([${words(Object.keys(oldMethods))}], m)], m))))`,
      }),
    },
  ],
  examples: [
    {
      name: 'an administrator with two methods',
      record: {
        id: 'AAAA0001-0000-4000-8000-000000000001',
        userPrincipalName: 'Nora.Lind@frostline.example',
        userDisplayName: 'Nora Lind',
        userType: 'member',
        isAdmin: true,
        isSsprRegistered: true,
        isMfaRegistered: true,
        isMfaCapable: true,
        isPasswordlessCapable: false,
        methodsRegistered: ['microsoftAuthenticatorPush', 'mobilePhone'],
        defaultMfaMethod: 'microsoftAuthenticatorPush',
        lastUpdatedDateTime: '2024-01-10T00:00:00Z',
      },
      becomes: {
        registration: [
          {
            userId: 'aaaa0001-0000-4000-8000-000000000001',
            userPrincipalName: 'nora.lind@frostline.example',
            isAdmin: 'true',
            isMfaRegistered: 'true',
            isMfaCapable: 'true',
            isPasswordlessCapable: 'false',
            defaultMfaMethod: 'microsoftAuthenticatorPush',
            methods: 'microsoftAuthenticatorPush,mobilePhone',
          },
        ],
        user: [],
      },
    },
    {
      name: 'one without any method, keys with capitals, values as text',
      record: {
        Id: 'u2',
        UserPrincipalName: 'test.legacy@frostline.example',
        IsAdmin: 'False',
        IsMfaRegistered: 'False',
        MethodsRegistered: '',
      },
      becomes: { registration: [{ userId: 'u2', isAdmin: 'false', isMfaRegistered: 'false', methods: '' }] },
    },
    {
      name: 'methods as one text, as a table has them',
      record: {
        id: 'u3',
        userPrincipalName: 'u3@frostline.example',
        isMfaRegistered: 'True',
        methodsRegistered: 'mobilePhone, email\r\n',
      },
      becomes: { registration: [{ methods: 'mobilePhone,email' }] },
    },
    {
      name: 'of the older report, as Goose writes it',
      record: {
        authMethods: ['appNotification'],
        id: 'u4',
        isCapable: true,
        isEnabled: false,
        isMfaRegistered: true,
        isRegistered: true,
        userDisplayName: 'Four',
        userPrincipalName: 'u4@frostline.example',
      },
      becomes: { registration: [{ isMfaRegistered: 'true', methods: 'microsoftAuthenticatorPush' }] },
    },
  ],
});
