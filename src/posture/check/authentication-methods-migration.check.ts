import { sql } from '../../store/sql.ts';
import { type Check, exportedPolicy } from '../check.ts';
import { user } from '../graph-record.ts';
import { policyObject } from '../policy-object.ts';

const check: Check = {
  check: 'authentication-methods-migration',
  title: 'One policy alone decides which methods are allowed',
  lesson: 'no-second-factor',
  severity: 'low',
  risk: 'The settings of old for multifactor authentication and for resetting passwords still count beside the policy. A method that is off in one is on in the other.',
  incident: 'What is configured in two places is looked after in neither.',
  references: [
    'https://github.com/cisagov/ScubaGear/blob/main/PowerShell/ScubaGear/baselines/aad.md',
    'https://learn.microsoft.com/en-us/entra/identity/authentication/how-to-authentication-methods-manage',
  ],
  scuba: ['MS.AAD.3.4'],
  fix: {
    portal:
      'Entra admin center > Protection > Authentication methods > Policies > Manage migration > Migration complete',
    command: 'Update-MgPolicyAuthenticationMethodPolicy -PolicyMigrationState migrationComplete',
  },
  needs: [
    exportedPolicy('the policy of authentication methods', 'authenticationMethodsPolicy', 'policyMigrationState'),
  ],
  objects: policyObject(
    'authenticationMethodsPolicy',
    'Authentication methods policy',
    'policyMigrationState',
    sql`value <> 'migrationcomplete'`,
    sql`case value when 'premigration' then 'the migration has not begun' when 'migrationinprogress' then 'the migration is not complete' else 'the migration is in the state ' || value end`,
  ),
  examples: [
    {
      name: 'in progress',
      records: [{ id: 'authenticationMethodsPolicy', policyMigrationState: 'migrationInProgress' }],
      verdict: 'not-met',
      objects: ['authenticationMethodsPolicy'],
    },
    {
      name: 'complete',
      records: [{ id: 'authenticationMethodsPolicy', policyMigrationState: 'migrationComplete' }],
      verdict: 'met',
    },
    {
      name: 'a tenant that never had to migrate',
      records: [
        { id: 'authenticationMethodsPolicy', policyMigrationState: null, registrationEnforcement: { x: null } },
      ],
      verdict: 'met',
    },
    { name: 'users without the policy say nothing', records: [user('u1')], verdict: 'not-examined' },
  ],
};

export default check;
