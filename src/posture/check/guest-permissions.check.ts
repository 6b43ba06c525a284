import { sql } from '../../store/sql.ts';
import { type Check, exportedPolicy } from '../check.ts';
import { authorizationPolicy, user } from '../graph-record.ts';
import { policyObject } from '../policy-object.ts';

const limited = '10dae51f-b6af-4016-8d66-8c2a99b929b3';
const restricted = '2af84b1e-32c8-42b7-82bc-daa82404023b';

const check: Check = {
  check: 'guest-permissions',
  title: 'Guests cannot list the directory',
  lesson: 'guests-and-devices',
  severity: 'medium',
  risk: 'One guest account that was taken over reads who works here, who administers, and which groups there are: the list of names for the next spray.',
  incident:
    'Once inside, the intruder looked for applications and people with power. A list of them is the first thing to deny.',
  references: [
    'https://github.com/cisagov/ScubaGear/blob/main/PowerShell/ScubaGear/baselines/aad.md',
    'https://learn.microsoft.com/en-us/entra/identity/users/users-restrict-guest-permissions',
  ],
  scuba: ['MS.AAD.8.1'],
  fix: {
    portal:
      'Entra admin center > External Identities > External collaboration settings > Guest user access: restricted to properties and memberships of their own directory objects',
    command: `Update-MgPolicyAuthorizationPolicy -GuestUserRoleId ${restricted}`,
  },
  needs: [exportedPolicy('what guests may do (authorizationPolicy)', 'authorizationPolicy', 'guestUserRoleId')],
  objects: policyObject(
    'authorizationPolicy',
    'Authorization policy',
    'guestUserRoleId',
    sql`value is distinct from ${limited} and value is distinct from ${restricted}`,
    sql`case when value = 'a0b1b346-4d3e-4e8b-98f8-753987be4970' then 'guests may read as much as members' else 'guests have the role ' || coalesce(value, 'of the default') end`,
  ),
  examples: [
    {
      name: 'as members',
      records: [authorizationPolicy({ guestUserRoleId: 'a0b1b346-4d3e-4e8b-98f8-753987be4970' })],
      verdict: 'not-met',
      objects: ['authorizationPolicy'],
    },
    { name: 'limited', records: [authorizationPolicy({ guestUserRoleId: limited })], verdict: 'met' },
    { name: 'restricted', records: [authorizationPolicy()], verdict: 'met' },
    { name: 'users without the policy say nothing', records: [user('u1')], verdict: 'not-examined' },
  ],
};

export default check;
