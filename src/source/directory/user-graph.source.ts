import { sql } from '../../store/sql.ts';
import { defineDirectorySource, moment } from '../directory-source.ts';
import { json, text } from '../source.ts';
import { atField, userColumns, userFields } from './object-fill.ts';

/**
 * Graph `users`, with or without `signInActivity`; Goose writes the same, one a line, and the Microsoft Extractor Suite a
 * table of some of it, with the times of sign-ins beside the rest.
 */
export default defineDirectorySource({
  id: 'user-graph',
  title: 'Users as Graph gives them (JSON), and of the Microsoft Extractor Suite (CSV or JSON)',
  reference: 'https://learn.microsoft.com/graph/api/resources/user',
  table: 'directory',
  fields: {
    ...userFields,
    appId: text('appId'),
    isMfaRegistered: text('isMfaRegistered'),
    operation: text('operation'),
    riskLevel: text('riskLevel'),
    kind: text('kind'),
    parentGroup: json('groups'),
    parentRole: json('directoryRoles'),
    parentApplication: json('applications'),
    parentServicePrincipal: json('servicePrincipals'),
    parentUser: json('users'),
    lastSignInCell: text('lastSignInDateTime'),
    lastNonInteractiveSignInCell: text('lastNonInteractiveSignInDateTime'),
    recipientTypeDetails: text('recipientTypeDetails'),
    deletedDateTime: text('deletedDateTime'),
    resultType: text('resultType'),
  },
  requires: [['id'], ['userPrincipalName'], ['displayName', 'accountEnabled', 'userType', 'mail', 'createdDateTime']],
  excludes: [
    'appId',
    'isMfaRegistered',
    'operation',
    'riskLevel',
    'kind',
    'parentGroup',
    'parentRole',
    'parentApplication',
    'parentServicePrincipal',
    'parentUser',
    'recipientTypeDetails',
    'deletedDateTime',
    'resultType',
  ],
  fills: [
    {
      table: 'user',
      columns: (field) => ({
        ...userColumns(atField(field)),
        lastSignIn: moment(sql`coalesce(${field.lastSignIn}, ${field.lastSignInCell})`),
        lastNonInteractiveSignIn: moment(
          sql`coalesce(${field.lastNonInteractiveSignIn}, ${field.lastNonInteractiveSignInCell})`,
        ),
      }),
    },
  ],
  examples: [
    {
      name: 'a forgotten test account',
      record: {
        id: 'AAAA0001-0000-4000-8000-000000000001',
        userPrincipalName: 'Test.Legacy@frostline.example',
        displayName: 'Test Legacy',
        mail: null,
        accountEnabled: true,
        userType: 'Member',
        createdDateTime: '2017-03-02T09:00:00Z',
        signInActivity: { lastSignInDateTime: '2021-05-06T07:08:09Z', lastNonInteractiveSignInDateTime: null },
      },
      becomes: {
        user: [
          {
            id: 'aaaa0001-0000-4000-8000-000000000001',
            userPrincipalName: 'test.legacy@frostline.example',
            accountEnabled: 'true',
            lastSignIn: '2021-05-06T07:08:09.000Z',
            lastNonInteractiveSignIn: null,
          },
        ],
      },
    },
    {
      name: 'a row of the table of the Microsoft Extractor Suite',
      record: {
        UserPrincipalName: 'Ann@frostline.example',
        DisplayName: 'Ann',
        Id: 'U1',
        Department: '',
        AccountEnabled: 'False',
        CreatedDateTime: '4/23/2017 10:22:01 AM',
        LastPasswordChangeDateTime: '',
        UserType: 'Member',
        OnPremisesSyncEnabled: '',
        Mail: '',
        LastSignInDateTime: '1/9/2024 8:00:00 PM',
        LastNonInteractiveSignInDateTime: '',
      },
      becomes: {
        user: [
          {
            id: 'u1',
            accountEnabled: 'false',
            onPremisesSyncEnabled: null,
            mail: null,
            createdDateTime: '2017-04-23T10:22:01.000Z',
            lastSignIn: '2024-01-09T20:00:00.000Z',
            lastNonInteractiveSignIn: null,
          },
        ],
      },
    },
    {
      name: 'written by PowerShell, keys with capitals',
      record: {
        Id: 'aaaa0001-0000-4000-8000-000000000002',
        UserPrincipalName: 'guest_partner.example#EXT#@frostline.example',
        DisplayName: 'Guest',
        UserType: 'Guest',
        AccountEnabled: false,
        CreatedDateTime: '/Date(1613679244000)/',
      },
      becomes: { user: [{ userType: 'Guest', accountEnabled: 'false', createdDateTime: '2021-02-18T20:14:04.000Z' }] },
    },
    {
      name: 'a mailbox is none',
      record: {
        Id: 'Nora Lind',
        UserPrincipalName: 'nora@frostline.example',
        DisplayName: 'Nora Lind',
        RecipientTypeDetails: 'UserMailbox',
      },
      becomes: undefined,
    },
    {
      name: 'a deleted user is none',
      record: {
        id: 'u9',
        userPrincipalName: 'u9gone@frostline.example',
        displayName: 'Gone',
        deletedDateTime: '2024-01-02T00:00:00Z',
      },
      becomes: undefined,
    },
    {
      name: 'a sign-in is none',
      record: { id: '1', userPrincipalName: 'a@frostline.example', createdDateTime: '2024-01-01', appId: 'x' },
      becomes: undefined,
    },
  ],
});
