import { sql, type Sql } from '../../store/sql.ts';
import { bare, defineDirectorySource, type Fill, type ItemSql } from '../directory-source.ts';
import { json, text, texts } from '../source.ts';
import { atField } from './object-fill.ts';
import { isSetting, settingColumns, settingFill, wholeTree } from './setting-fill.ts';

const policy = 'roleManagementPolicy';

/** Of which role or policy the settings are: the role where the export tells it; each group has roles `member` and `owner`. */
const object = (at: ItemSql): Sql => sql`case when ${at('roleDefinitionId')} is null then ${at('id')}
  when lower(${at('scopeType')}) = 'group' then ${at('scopeId')} || '/' || ${at('roleDefinitionId')}
  else ${at('roleDefinitionId')} end`;

/** The rules in a field, each setting under the rule's id instead of its place. */
const ruleFill = (list: 'rules' | 'policyRules'): Fill => ({
  table: 'setting',
  each: [{ list, fields: { id: text('id') } }, wholeTree],
  where: (_, rule, setting) => sql`${rule('id')} is not null and ${isSetting(setting('path'))}`,
  columns: (field, rule, setting) => ({
    policy: sql`${policy}`,
    object: bare(object(atField(field))),
    ...settingColumns(setting),
    path: sql`${bare(rule('id'))} || '.' || ${setting('path')}`,
  }),
});

/**
 * Graph `policies/roleManagementPolicies` and `policies/roleManagementPolicyAssignments` with `rules` expanded: what PIM asks
 * for before a role or group is activated. The settings of a rule have its id in front of their path.
 */
export default defineDirectorySource({
  id: 'role-management-policy-graph',
  title: 'Rules of PIM as Graph gives them (JSON)',
  reference: 'https://learn.microsoft.com/graph/api/resources/unifiedrolemanagementpolicy',
  table: 'directory',
  fields: {
    ...texts({ id: 'id', roleDefinitionId: 'roleDefinitionId', scopeId: 'scopeId', scopeType: 'scopeType' }),
    policyId: text('policyId'),
    isOrganizationDefault: text('isOrganizationDefault'),
    rules: json('rules'),
    policyRules: json('policy/rules'),
  },
  requires: [['id'], ['scopeId'], ['scopeType'], ['rules', 'policyId', 'isOrganizationDefault']],
  fills: [
    settingFill(policy, { object, without: ['rules', 'policy.rules', 'effectiverules', 'policy.effectiverules'] }),
    ruleFill('rules'),
    ruleFill('policyRules'),
  ],
  examples: [
    {
      name: 'the policy of a role with a rule',
      record: {
        id: 'DirectoryRole_t_P1',
        policyId: 'DirectoryRole_t_P1',
        roleDefinitionId: '62E90394-69F5-4237-9190-012177145E10',
        scopeId: '/',
        scopeType: 'DirectoryRole',
        policy: {
          id: 'DirectoryRole_t_P1',
          rules: [
            {
              '@odata.type': '#microsoft.graph.unifiedRoleManagementPolicyApprovalRule',
              id: 'Approval_EndUser_Assignment',
              setting: { isApprovalRequired: false, approvalStages: [] },
            },
          ],
        },
      },
      becomes: {
        setting: [
          {
            policy: 'roleManagementPolicy',
            object: '62e90394-69f5-4237-9190-012177145e10',
            path: 'id',
            value: 'DirectoryRole_t_P1',
          },
          { path: 'policyid' },
          { path: 'roledefinitionid' },
          { path: 'scopeid', value: '/' },
          { path: 'scopetype' },
          { path: 'policy.id' },
          {
            policy: 'roleManagementPolicy',
            object: '62e90394-69f5-4237-9190-012177145e10',
            path: 'approval_enduser_assignment.@odata.type',
            value: '#microsoft.graph.unifiedRoleManagementPolicyApprovalRule',
          },
          { path: 'approval_enduser_assignment.id' },
          { path: 'approval_enduser_assignment.setting.isapprovalrequired', value: 'false' },
          { path: 'approval_enduser_assignment.setting.approvalstages', value: '[]' },
        ],
      },
    },
    {
      name: 'a policy by PowerShell, whose rules have more properties, one rule as an object',
      record: {
        Id: 'Group_g_P2',
        IsOrganizationDefault: false,
        ScopeId: 'G1',
        ScopeType: 'Group',
        Rules: {
          Id: 'Expiration_EndUser_Assignment',
          AdditionalProperties: { maximumDuration: 'PT8H', isExpirationRequired: true },
        },
      },
      becomes: {
        setting: [
          { object: 'group_g_p2', path: 'id', value: 'Group_g_P2' },
          { path: 'isorganizationdefault', value: 'false' },
          { path: 'scopeid' },
          { path: 'scopetype' },
          { path: 'expiration_enduser_assignment.id' },
          { path: 'expiration_enduser_assignment.maximumduration', value: 'PT8H' },
          { path: 'expiration_enduser_assignment.isexpirationrequired', value: 'true' },
        ],
      },
    },
    {
      name: 'the policy of the owners of a group',
      record: {
        id: 'Group_g_P3_owner',
        policyId: 'Group_g_P3',
        roleDefinitionId: 'owner',
        scopeId: 'G1',
        scopeType: 'Group',
      },
      becomes: {
        setting: [
          { object: 'g1/owner', path: 'id' },
          { object: 'g1/owner', path: 'policyid' },
          { path: 'roledefinitionid' },
          { path: 'scopeid' },
          { path: 'scopetype' },
        ],
      },
    },
  ],
});
