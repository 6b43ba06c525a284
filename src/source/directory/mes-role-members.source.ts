import { sql, type Sql } from '../../store/sql.ts';
import { bare, defineDirectorySource, moment } from '../directory-source.ts';
import { texts } from '../source.ts';
import { cell, truth } from './mes-cell.ts';
import { roleIdOf } from './role-name.ts';

/** What stands in the cells of a user who could not be read; the role's name is then overwritten, too. */
const failed = (value: Sql): Sql => sql`coalesce(${value} = 'Error retrieving data', false)`;

/** `Get-AllRoleActivity` and `Get-AdminUsers`: who has a directory role. Service principals are left out by both. */
export default defineDirectorySource({
  id: 'mes-role-members',
  title: 'Microsoft Extractor Suite: AllRoles, AdminUsers (CSV or JSON)',
  reference: 'https://microsoft-365-extractor-suite.readthedocs.io/en/latest/functionality/Azure/Roles.html',
  table: 'directory',
  fields: texts({
    role: 'Role',
    userName: 'UserName',
    userId: 'UserId',
    displayName: 'DisplayName',
    accountEnabled: 'AccountEnabled',
    createdDateTime: 'CreatedDateTime',
    lastSignIn: 'LastInteractiveSignIn',
    lastNonInteractiveSignIn: 'LastNonInteractiveSignIn',
    operation: 'Operation',
  }),
  requires: [['role'], ['userId']],
  excludes: ['operation'],
  fills: [
    {
      table: 'role_assignment',
      where: (field) => sql`not ${failed(field.accountEnabled)} and ${field.role} <> 'Unknown'`,
      columns: (field) => ({
        principalId: bare(field.userId),
        principalType: sql`case when ${cell(field.userName)} is not null then 'user' end`,
        roleId: roleIdOf(field.role),
        roleName: cell(field.role),
        scope: sql`'/'`,
        state: sql`'active'`,
      }),
    },
    {
      table: 'user',
      where: (field) => sql`${truth(field.accountEnabled)} is not null`,
      columns: (field) => ({
        id: bare(field.userId),
        userPrincipalName: bare(field.userName),
        displayName: cell(field.displayName),
        accountEnabled: truth(field.accountEnabled),
        createdDateTime: moment(field.createdDateTime),
        lastSignIn: moment(field.lastSignIn),
        lastNonInteractiveSignIn: moment(field.lastNonInteractiveSignIn),
      }),
    },
  ],
  examples: [
    {
      name: 'an administrator',
      record: {
        Role: 'Global Administrator',
        UserName: 'Ann@frostline.example',
        UserId: 'U1',
        DisplayName: 'Ann',
        Department: '',
        JobTitle: '',
        AccountEnabled: 'True',
        CreatedDateTime: '4/23/2017 10:22:01 AM',
        LastInteractiveSignIn: '1/9/2024 8:00:00 PM',
        LastNonInteractiveSignIn: '',
        DaysSinceLastSignIn: 'No sign-in data',
      },
      becomes: {
        role_assignment: [
          {
            principalId: 'u1',
            roleName: 'Global Administrator',
            state: 'active',
            scope: '/',
          },
        ],
        user: [{ id: 'u1', accountEnabled: 'true', lastSignIn: '2024-01-09T20:00:00.000Z' }],
      },
    },
    {
      name: 'a member who could not be read, in whose row the role is overwritten',
      record: {
        Role: 'Ann',
        UserName: 'ann@frostline.example',
        UserId: 'U1',
        DisplayName: 'Ann',
        AccountEnabled: 'Error retrieving data',
        CreatedDateTime: 'Error retrieving data',
      },
      becomes: { role_assignment: [], user: [] },
    },
    {
      name: 'a row of AdminUsers, without a user name',
      record: { UserName: '', UserId: 'G1', Role: 'Exchange Administrator' },
      becomes: {
        role_assignment: [{ principalId: 'g1', principalType: null, roleName: 'Exchange Administrator' }],
        user: [],
      },
    },
    {
      name: 'a record of the audit log is none',
      record: { CreationTime: '2024-01-10T06:41:07', Operation: 'X', UserId: 'a@frostline.example', Role: 'y' },
      becomes: undefined,
    },
  ],
});
