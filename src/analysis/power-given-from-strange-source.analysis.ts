import { join, literal, sql } from '../store/sql.ts';
import type { Analysis } from './analysis.ts';
import { auditExample, signInExample } from './example-record.ts';
import { madeAccounts, placesOfActs } from './place-of-act.ts';

/** An account is new for so long. */
const daysNew = 30;

/** Changes that give power, or a way in that lasts. Source: https://learn.microsoft.com/entra/identity/monitoring-health/reference-audit-activities */
const operations = [
  'Add member to role',
  'Add eligible member to role',
  'Add app role assignment to service principal',
  'Add app role assignment',
  'Update application - Certificates and secrets management',
  'Add service principal credentials',
  'Add owner to application',
  'Add owner to service principal',
  'Set domain authentication',
  'Set federation settings on domain',
  'New-ManagementRoleAssignment',
] as const;

const isForAll = sql`contains(lower(array_to_string(list_transform(
  list_filter(flatten(list_transform(targets, lambda t: t.properties)), lambda p: p.name in ('ConsentContext.IsAdminConsent', 'ConsentContext.OnBehalfOfAll')), lambda p: p.new), ' ')), 'true')`;

const acts = sql`
  select file_id, record, principal, time, ip from scoped_activity
  where actorType = 'user' and principal is not null and coalesce(lower(result), 'success') not in ('failure', 'failed', 'false')
    and (list_contains([${join(operations.map(literal))}], operation) or operation = 'Consent to application' and ${isForAll})`;

const strange = sql`
  select p.*, m.made from (${placesOfActs(acts)}) p
  left join (${madeAccounts}) m on m.principal = p.principal and p.time between m.made and m.made + to_days(${daysNew})
  where m.made is not null or (there = 0 and recent > 0 and before > 0 and (guesses > 0 or not coalesce(isSameCountry, false)))`;

const consented = (id: string, minute: number, user: string, ip: string) =>
  auditExample(id, minute, 'Consent to application.', {
    UserId: `${user}@frostline.example`,
    ClientIP: ip,
    ObjectId: 'dddddddd-0000-4000-8000-0000000000c1',
    ModifiedProperties: [{ Name: 'ConsentContext.IsAdminConsent', NewValue: 'True', OldValue: '' }],
  });

const signedIn = (id: string, minute: number, user: string, ip: string, number: number) =>
  signInExample(id, minute, user, 0, { ipAddress: ip, autonomousSystemNumber: number });

const analysis: Analysis = {
  detection: 'power-given-from-strange-source',
  title: 'Power was given by an account that was new, or from where the account had never been',
  description: `A role, a permission for everybody, a secret, an owner or a federation was added by an account that was made less than ${daysNew} days before; or by one that had just signed in from a network where none of its earlier sign-ins was, after wrong passwords from networks that never let it in or in another country.`,
  severity: 'high',
  techniques: ['T1078.004', 'T1098'],
  next: 'Ask the owner of the account over a channel that you trust whether they did it. If not, take the account out of the intruder’s hands, undo the change, and look for what else was done from there.',
  falsePositives: ['An administrator on a journey abroad, or a new administrator in the first days.'],
  references: [
    'https://attack.mitre.org/techniques/T1098/',
    'https://www.microsoft.com/security/blog/2024/01/25/midnight-blizzard-guidance-for-responders-on-nation-state-attack/',
  ],
  logs: ['directory-audit', 'unified-audit'],
  query: sql`select principal as key, 'activity' as source_table, file_id, record from (${strange})`,
  reasons: sql`
    select principal as key, case when max(made) is not null then 'The account was made ' || strftime(max(made), '%Y-%m-%d %H:%M') || ' UTC.'
      else 'Done from ' || any_value(network) || ', where none of ' || max(before) || ' earlier successful sign-ins of the account came from'
        || case when max(guesses) > 0 then '; ' || max(guesses) || case when max(guesses) = 1 then ' wrong password' else ' wrong passwords' end || ' from networks that never let it in, in the 30 days before.' else '.' end end as why
    from (${strange}) group by principal`,
  examples: [
    {
      name: 'after guesses, from a network that the administrator never used',
      fires: true,
      records: [
        signedIn('power-own-1', 0, 'ruth', '192.0.2.9', 64500),
        signedIn('power-own-2', 60, 'ruth', '192.0.2.9', 64500),
        signInExample('power-guess', 2000, 'ruth', 50126, { ipAddress: '198.51.100.8', autonomousSystemNumber: 64510 }),
        signedIn('power-in', 4000, 'ruth', '203.0.113.9', 64511),
        consented('power-1', 4010, 'ruth', '203.0.113.9'),
      ],
    },
    {
      name: 'an account that was made an hour before',
      fires: true,
      records: [
        auditExample('power-made', 0, 'Add user.', {
          ObjectId: 'tess@frostline.example',
          ModifiedProperties: [{ Name: 'UserPrincipalName', NewValue: '["tess@frostline.example"]', OldValue: '[]' }],
        }),
        consented('power-2', 60, 'tess', '203.0.113.9'),
      ],
    },
    {
      name: 'an administrator at the usual place',
      fires: false,
      records: [
        ...[0, 60, 120].map((minute) => signedIn(`power-usual-${minute}`, minute, 'uma', '192.0.2.9', 64500)),
        signInExample('power-mistyped', 3990, 'uma', 50126, { ipAddress: '192.0.2.9', autonomousSystemNumber: 64500 }),
        signedIn('power-usual-in', 3991, 'uma', '192.0.2.9', 64500),
        consented('power-3', 4010, 'uma', '192.0.2.9'),
      ],
    },
    {
      name: 'recorded with an address of the service, from which nobody signed in',
      fires: false,
      records: [
        ...[0, 60, 120].map((minute) => signedIn(`power-portal-${minute}`, minute, 'vera', '192.0.2.9', 64500)),
        consented('power-4', 4010, 'vera', '203.0.113.200'),
      ],
    },
  ],
};

export default analysis;
