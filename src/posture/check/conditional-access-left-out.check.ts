import { sql, type Sql } from '../../store/sql.ts';
import { type Check, exported } from '../check.ts';
import { accessPolicy, grants } from '../conditional-access-record.ts';
import { group, user } from '../graph-record.ts';

const excluded = (type: Sql, list: Sql): Sql =>
  sql`select tenantId, ${type} as type, unnest(${list}) as id, name as policy, file_id, record from ca_policy`;

const check: Check = {
  check: 'conditional-access-left-out',
  title: 'No policy that asks for more than a password leaves anybody or anything out',
  lesson: 'no-second-factor',
  severity: 'medium',
  risk: 'Exclusions are made for a day and stay for years. A spray needs only one account behind one of them.',
  incident: 'The account in the test tenant was where no second factor was asked; such places are found by trying.',
  references: [
    'https://learn.microsoft.com/en-us/entra/identity/conditional-access/plan-conditional-access',
    'https://github.com/cisagov/ScubaGear/blob/main/PowerShell/ScubaGear/baselines/aad.md',
  ],
  fix: {
    portal:
      'Entra admin center > Protection > Conditional Access > the policy > Users (or Target resources, Network) > Exclude: leave two accounts for emergencies, review the rest with an access review',
    command:
      "Update-MgIdentityConditionalAccessPolicy -ConditionalAccessPolicyId <id> -Conditions @{ Users = @{ IncludeUsers = 'All'; ExcludeUsers = '<emergency account ids>' } }",
  },
  needs: [
    exported(
      'conditional access policies with whom they leave out',
      'conditional_access_policy',
      sql`excludeUsers is not null`,
    ),
  ],
  objects: sql`
    with excluded as (
      ${excluded(sql`case when lower(unnest(excludeUsers)) = 'guestsorexternalusers' then 'guests' else 'user' end`, sql`excludeUsers`)}
      union all ${excluded(sql`'group'`, sql`excludeGroups`)}
      union all ${excluded(sql`'role'`, sql`excludeRoles`)}
      union all ${excluded(sql`'guests'`, sql`excludeGuests`)}
      union all ${excluded(sql`'application'`, sql`excludeApplications`)}
      union all ${excluded(sql`'location'`, sql`excludeLocations`)}
    ), member as (select tenantId, groupId as id, count(distinct memberId) as number from fact_member group by all)
    select e.tenantId, e.type, e.id, coalesce(case e.type when 'user' then u.name when 'group' then g.displayName when 'role' then r.name when 'location'
        then case e.id when 'alltrusted' then 'all trusted places' else l.displayName end when 'application' then a.name when 'guests' then 'guests' end, e.id) as name,
      'left out by ' || string_agg(distinct e.policy, ' and ' order by e.policy)
        || case when e.type = 'group' and any_value(m.number) is not null then ', ' || any_value(m.number) || ' members' else '' end as because,
      min(e.file_id) as file_id, min(e.record) as record
    from excluded e
    left join fact_principal u on u.tenantId = e.tenantId and u.id = e.id and u.type = 'user'
    left join now_group g on g.tenantId = e.tenantId and g.id = e.id
    left join known_role r on r.id = e.id
    left join now_named_location l on l.tenantId = e.tenantId and l.id = e.id
    left join ca_application_name a on a.tenantId = e.tenantId and a.application = e.id
    left join member m on m.tenantId = e.tenantId and m.id = e.id
    group by e.tenantId, e.type, e.id, u.name, g.displayName, r.name, l.displayName, a.name`,
  examples: [
    {
      name: 'a user, a group and a place; what a policy that is off leaves out does not count',
      records: [
        user('u1'),
        group('g1', ['u1']),
        accessPolicy('p1', {
          users: { excludeUsers: ['u1'], excludeGroups: ['g1'] },
          conditions: { locations: { includeLocations: ['All'], excludeLocations: ['AllTrusted'] } },
        }),
        accessPolicy('p2', { state: 'disabled', users: { excludeUsers: ['u2'] } }),
        accessPolicy('p3', { users: { excludeUsers: ['u3'] }, grantControls: grants('OR', 'compliantApplication') }),
      ],
      verdict: 'not-met',
      objects: ['alltrusted', 'g1', 'u1'],
    },
    { name: 'nothing is left out', records: [user('u1'), accessPolicy('p1')], verdict: 'met' },
    { name: 'users without policies say nothing', records: [user('u1')], verdict: 'not-examined' },
  ],
};

export default check;
