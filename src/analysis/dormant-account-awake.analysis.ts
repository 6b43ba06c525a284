import { sql } from '../store/sql.ts';
import type { Analysis } from './analysis.ts';
import { signInExample } from './example-record.ts';
import { networkOf } from './story/network.ts';

const asleepDays = 30;

/** By day first: a window over all sign-ins would be dear. */
const woken = sql`
  with daily as (
    select principal, time::date as day, min(time) as first from attempt where errorCode = 0 group by all
  ), begun as (
    select split_part(principal, '@', 2) as domain, min(day) as start from daily group by all
  ), judged as (
    select principal, day, first, lag(day) over (partition by principal order by day) as previous from daily
  ), long as (
    select j.*, date_diff('day', coalesce(j.previous, b.start), j.day) as silence, b.start
    from judged j join begun b on b.domain = split_part(j.principal, '@', 2)
    where date_diff('day', coalesce(j.previous, b.start), j.day) >= ${asleepDays}
  ), near as (
    select a.*, l.silence, l.previous, l.first as woke, ${networkOf(sql`a.autonomousSystemNumber`, sql`a.ip`)} as network
    from attempt a join long l on l.principal = a.principal
  )
  select principal, any_value(silence) as silence, any_value(previous) as previous, any_value(woke) as woke,
    arg_min(network, time) filter (time = woke and errorCode = 0) as network,
    count(*) filter (errorCode = 50126 and time between woke - interval 30 days and woke) as guesses,
    list(distinct network) filter (errorCode = 50126 and time between woke - interval 30 days and woke) as guessed,
    list(distinct network) filter (errorCode = 0 and time < woke) as before
  from near group by principal, woke`;

/** Nobody but its owner comes back with a device that the tenant manages. */
const managed = sql`
  select principal, time from scoped_sign_in where errorCode = 0 and (isCompliant or contains(lower(deviceTrustType), 'joined'))`;

const strange = sql`
  select *, len(list_filter(coalesce(guessed, []), lambda n: n <> network)) as elsewhere
  from (${woken}) w anti join (${managed}) m on m.principal = w.principal and m.time = w.woke
  where not list_contains(coalesce(before, []), network)
    and (len(list_filter(coalesce(guessed, []), lambda n: n <> network)) > 0)`;

const analysis: Analysis = {
  detection: 'dormant-account-awake',
  title: 'An account that slept signed in from a strange place after guesses',
  description: `No success of the account for ${asleepDays} days or more, or never since the evidence begins; then one from a network that it never used, after wrong passwords from other networks. Not with a device that the tenant manages.`,
  severity: 'high',
  techniques: ['T1078.004'],
  next: 'Ask who uses the account. If nobody does, disable it, and read everything that it did since.',
  falsePositives: ['A colleague who comes back after a long leave and mistypes on several networks.'],
  references: ['https://attack.mitre.org/techniques/T1078/004/'],
  logs: ['sign-in', 'non-interactive-sign-in', 'adfs-sign-in', 'unified-audit'],
  query: sql`
    select a.principal as key, a.source_table, a.file_id, a.record
    from attempt a join (${strange}) s on s.principal = a.principal and a.time = s.woke
    where a.errorCode = 0`,
  reasons: sql`
    select principal as key, 'Not a success in ' || max(silence) || ' days' || case when bool_or(previous is null) then ' since the evidence of its domain begins' else '' end
      || '; then one from ' || any_value(network) || ', after ' || max(guesses)
      || case when max(guesses) = 1 then ' wrong password' else ' wrong passwords' end || ' in the 30 days before.' as why
    from (${strange}) group by principal`,
  examples: [
    {
      name: 'guessed, then open, after 40 days',
      fires: true,
      records: [
        signInExample('sleep-old', 0, 'nia', 0, { ipAddress: '192.0.2.9', autonomousSystemNumber: 64500 }),
        signInExample('sleep-guess', 57_000, 'nia', 50126, {
          ipAddress: '198.51.100.8',
          autonomousSystemNumber: 64510,
        }),
        signInExample('sleep-in', 57_600, 'nia', 0, { ipAddress: '203.0.113.9', autonomousSystemNumber: 64511 }),
      ],
    },
    {
      name: 'back from a long leave with the company’s laptop, at a new place',
      fires: false,
      records: [
        signInExample('laptop-old', 0, 'pam', 0, { ipAddress: '192.0.2.9', autonomousSystemNumber: 64500 }),
        signInExample('laptop-wrong', 57_000, 'pam', 50126, {
          ipAddress: '198.51.100.8',
          autonomousSystemNumber: 64510,
        }),
        signInExample('laptop-in', 57_600, 'pam', 0, {
          ipAddress: '203.0.113.9',
          autonomousSystemNumber: 64511,
          deviceDetail: { deviceId: 'dev-9', trustType: 'Azure AD joined', isCompliant: true },
        }),
      ],
    },
    {
      name: 'back from a long leave, at the usual place',
      fires: false,
      records: [
        signInExample('leave-old', 0, 'olu', 0, { ipAddress: '192.0.2.9', autonomousSystemNumber: 64500 }),
        signInExample('leave-wrong', 57_590, 'olu', 50126, { ipAddress: '192.0.2.9', autonomousSystemNumber: 64500 }),
        signInExample('leave-in', 57_600, 'olu', 0, { ipAddress: '192.0.2.9', autonomousSystemNumber: 64500 }),
      ],
    },
  ],
};

export default analysis;
