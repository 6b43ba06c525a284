import { sql } from '../../store/sql.ts';
import { bare, defineDirectorySource } from '../directory-source.ts';
import { texts } from '../source.ts';
import { cell } from './mes-cell.ts';

/** `Get-GroupMembers`: direct members. Only users have a user principal name; what the others are is not told. */
export default defineDirectorySource({
  id: 'mes-group-members',
  title: 'Microsoft Extractor Suite: GroupMembers (CSV or JSON)',
  reference: 'https://microsoft-365-extractor-suite.readthedocs.io/en/latest/functionality/Azure/Groups.html',
  table: 'directory',
  fields: texts({ groupId: 'GroupId', memberId: 'MemberId', userPrincipalName: 'UserPrincipalName' }),
  requires: [['groupId'], ['memberId']],
  fills: [
    {
      table: 'group_member',
      columns: (field) => ({
        groupId: bare(field.groupId),
        memberId: bare(field.memberId),
        memberType: sql`case when ${cell(field.userPrincipalName)} is not null then 'user' end`,
        state: sql`'active'`,
      }),
    },
  ],
  examples: [
    {
      name: 'a user',
      record: {
        GroupName: 'Sales',
        GroupId: 'G1',
        MemberId: 'U1',
        DisplayName: 'Ann',
        Email: 'ann@frostline.example',
        UserPrincipalName: 'ann@frostline.example',
        GroupCreated: '',
      },
      becomes: { group_member: [{ groupId: 'g1', memberId: 'u1', memberType: 'user' }] },
    },
    {
      name: 'a group or an application',
      record: { GroupName: 'Sales', GroupId: 'G1', MemberId: 'X1', DisplayName: 'Inner', UserPrincipalName: '' },
      becomes: { group_member: [{ memberId: 'x1', memberType: null }] },
    },
    { name: 'a group is none', record: { GroupId: 'G1', DisplayName: 'Sales' }, becomes: undefined },
  ],
});
