import { sql } from '../store/sql.ts';
import type { Analysis } from './analysis.ts';
import { signInExample } from './example-record.ts';
import { networkOf } from './story/network.ts';

const daysKnown = 7;
const signInsKnown = 5;

/** Networks of each application, the first of which is its own; what moves all the time has no network of its own. */
const moved = sql`
  with place as (
    select lower(appId) as application, any_value(principal) as principal, ${networkOf(sql`autonomousSystemNumber`, sql`ip`)} as network,
      min(time) as first, max(time) as last, count(*) as signIns
    from scoped_sign_in where log = 'service-principal-sign-in' and errorCode = 0 and appId is not null and ip is not null
    group by application, network
  ), judged as (
    select p.*, (select sum(o.signIns) from place o where o.application = p.application and o.first <= p.first - to_days(${daysKnown})) as known,
      (select count(*) from place o where o.application = p.application and o.first <= p.first - to_days(${daysKnown})) as networksBefore,
      (select min(o.first) from place o where o.application = p.application) as begun
    from place p
  )
  select * from judged where known >= ${signInsKnown} and networksBefore <= 2`;

function signedIn(id: string, minute: number, name: string, autonomousSystemNumber: number) {
  return signInExample(id, minute, '', 0, {
    userPrincipalName: '',
    userId: '',
    servicePrincipalId: `service-principal-${name}`,
    servicePrincipalName: name,
    appId: `application-${name}`,
    signInEventTypes: ['servicePrincipal'],
    autonomousSystemNumber,
  });
}

const analysis: Analysis = {
  detection: 'application-from-new-network',
  title: 'An application signed in from a network that it never used before',
  description: `A service principal that is known for ${daysKnown} days with ${signInsKnown} sign-ins or more, all from one or two networks, signed in from another.`,
  severity: 'medium',
  techniques: ['T1078.004'],
  next: 'Ask the owner of the application whether it moved. If not, its credential is in other hands: remove it and read all that the application did from there.',
  falsePositives: ['Software that moved to another host, or its maker’s outgoing addresses changed.'],
  references: ['https://attack.mitre.org/techniques/T1078/004/'],
  logs: ['service-principal-sign-in'],
  query: sql`
    select coalesce(s.principal, m.application) as key, 'sign_in' as source_table, s.file_id, s.record
    from scoped_sign_in s join (${moved}) m on m.application = lower(s.appId) and m.network = ${networkOf(sql`s.autonomousSystemNumber`, sql`s.ip`)}
    where s.log = 'service-principal-sign-in' and s.errorCode = 0`,
  reasons: sql`
    select coalesce(any_value(principal), application) as key, 'Known since ' || strftime(min(begun), '%Y-%m-%d') || ' from '
      || max(networksBefore) || case when max(networksBefore) = 1 then ' network' else ' networks' end || '; then '
      || sum(signIns) || case when sum(signIns) = 1 then ' sign-in' else ' sign-ins' end || ' from ' || list_sort(list(network))[1]
      || case when count(*) > 1 then ' and ' || (count(*) - 1) || ' more' else '' end || ' since ' || strftime(min(first), '%Y-%m-%d %H:%M') || ' UTC.' as why
    from (${moved}) group by application`,
  examples: [
    {
      name: 'from a home, after ten days in a data centre',
      fires: true,
      records: [
        ...[0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((day) => signedIn(`host-${day}`, day * 1440, 'Ledger', 64500)),
        signedIn('host-home', 10 * 1440, 'Ledger', 64511),
      ],
    },
    {
      name: 'always in the data centre',
      fires: false,
      records: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((day) => signedIn(`stay-${day}`, day * 1440, 'Archive', 64500)),
    },
  ],
};

export default analysis;
