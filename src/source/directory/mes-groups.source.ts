import { sql } from '../../store/sql.ts';
import { bare, defineDirectorySource } from '../directory-source.ts';
import { texts } from '../source.ts';
import { allParts, cell, truth } from './mes-cell.ts';

/** `Get-Groups` and `Get-DynamicGroups`; old versions have no more than the name and the rule. */
export default defineDirectorySource({
  id: 'mes-groups',
  title: 'Microsoft Extractor Suite: Groups, DynamicGroups (CSV or JSON)',
  reference: 'https://microsoft-365-extractor-suite.readthedocs.io/en/latest/functionality/Azure/Groups.html',
  table: 'directory',
  fields: texts({
    groupId: 'GroupId',
    displayName: 'DisplayName',
    mail: 'Mail',
    mailEnabled: 'MailEnabled',
    securityEnabled: 'SecurityEnabled',
    groupTypes: 'GroupTypes',
    visibility: 'Visibility',
    onPremisesSyncEnabled: 'OnPremisesSyncEnabled',
    membershipRule: 'MembershipRule',
    isAssignableToRole: 'IsAssignableToRole',
    memberId: 'MemberId',
    groupName: 'GroupName',
    operation: 'Operation',
  }),
  requires: [['groupId'], ['displayName']],
  excludes: ['memberId', 'groupName', 'operation'],
  fills: [
    {
      table: 'group',
      columns: (field) => ({
        id: bare(field.groupId),
        displayName: cell(field.displayName),
        mail: bare(field.mail),
        securityEnabled: truth(field.securityEnabled),
        mailEnabled: truth(field.mailEnabled),
        isAssignableToRole: truth(field.isAssignableToRole),
        membershipRule: cell(field.membershipRule),
        groupTypes: sql`case when ${cell(field.securityEnabled)} is not null then ${allParts(field.groupTypes)} end`,
        onPremisesSyncEnabled: truth(field.onPremisesSyncEnabled),
        visibility: cell(field.visibility),
      }),
    },
  ],
  examples: [
    {
      name: 'a group',
      record: {
        GroupId: 'G1',
        DisplayName: 'Sales',
        Mail: 'Sales@frostline.example',
        MailEnabled: 'True',
        SecurityEnabled: 'False',
        GroupTypes: 'Unified,DynamicMembership',
        OnPremisesSyncEnabled: '',
        MembershipRule: '(user.department -eq "Sales")',
        IsAssignableToRole: '',
      },
      becomes: {
        group: [
          {
            id: 'g1',
            mail: 'sales@frostline.example',
            mailEnabled: 'true',
            securityEnabled: 'false',
            groupTypes: 'Unified,DynamicMembership',
            onPremisesSyncEnabled: null,
          },
        ],
      },
    },
    {
      name: 'a member is none',
      record: { GroupName: 'Sales', GroupId: 'G1', MemberId: 'U1', DisplayName: 'Ann' },
      becomes: undefined,
    },
  ],
});
