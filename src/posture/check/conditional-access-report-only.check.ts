import { sql } from '../../store/sql.ts';
import { type Check, needsConditionalAccess } from '../check.ts';
import { accessPolicy } from '../conditional-access-record.ts';

const check: Check = {
  check: 'conditional-access-report-only',
  title: 'No policy that would protect only reports',
  lesson: 'no-second-factor',
  severity: 'medium',
  risk: 'The policy is on the list and looks like protection. It writes down what it would have asked, and lets everybody in.',
  incident: 'Protection that was planned but not switched on does not stop a guessed password.',
  references: [
    'https://learn.microsoft.com/en-us/entra/identity/conditional-access/concept-conditional-access-report-only',
    'https://github.com/cisagov/ScubaGear/blob/main/PowerShell/ScubaGear/baselines/aad.md',
  ],
  fix: {
    portal:
      'Entra admin center > Protection > Conditional Access > Insights and reporting: look at whom it would stop; then the policy > Enable policy: On, or delete it',
    command: 'Update-MgIdentityConditionalAccessPolicy -ConditionalAccessPolicyId <id> -State enabled',
  },
  needs: [needsConditionalAccess],
  objects: sql`
    select tenantId, 'policy' as type, id, name, 'only reports; it would '
      || case when list_contains(controls, 'block') then 'block' when grantOperator = 'AND' then 'ask for ' || array_to_string(controls, ' and ')
        else 'ask for ' || array_to_string(controls, ' or ') end as because, file_id, record
    from (
      select tenantId, id, coalesce(displayName, id) as name, grantOperator, file_id, record,
        coalesce(grantControls, []) || case when authenticationStrength is null then [] else [authenticationStrength] end as controls
      from now_conditional_access_policy where state = 'enabledForReportingButNotEnforced'
    ) where len(controls) > 0`,
  examples: [
    {
      name: 'one that only reports, one that is on, one that is off, one without anything to ask',
      records: [
        accessPolicy('p1', { state: 'enabledForReportingButNotEnforced' }),
        accessPolicy('p2'),
        accessPolicy('p3', { state: 'disabled' }),
        accessPolicy('p4', { state: 'enabledForReportingButNotEnforced', grantControls: null }),
      ],
      verdict: 'not-met',
      objects: ['p1'],
    },
    { name: 'one that is on', records: [accessPolicy('p2')], verdict: 'met' },
    {
      name: 'a tenant without an export of its policies',
      records: [{ id: 'u1', userPrincipalName: 'u1@frostline.example', displayName: 'u1', accountEnabled: true }],
      verdict: 'not-examined',
    },
  ],
};

export default check;
