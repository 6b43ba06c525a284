import { join, literal, sql, trusted, type Sql } from '../../store/sql.ts';

/** What is compared with an account's habits. */
export interface Feature {
  readonly name: 'network' | 'country' | 'client' | 'protocol' | 'application';
  readonly group: 'place' | 'device';
  /** How many values a stranger could come with; each is as likely as the others where nobody has been seen with it. */
  readonly values: number;
}

export const features: readonly Feature[] = [
  { name: 'network', group: 'place', values: 500 },
  { name: 'country', group: 'place', values: 50 },
  { name: 'client', group: 'device', values: 30 },
  { name: 'protocol', group: 'device', values: 8 },
  { name: 'application', group: 'device', values: 50 },
];

/**
 * How often people are at a new place, or try a device that never got in, such as a phone with an old password: one attempt
 * in so many. However new a place or device is, it speaks for a stranger no louder than that.
 */
export const usualNews: Readonly<Record<Feature['group'], number>> = { place: 100, device: 10 };

/** Columns that hold the features as numbers, 0 for none: texts are too dear to group by. */
export const keysOf = (names: readonly Feature[]): Sql => join(names.map(({ name }) => trusted(`${name}_key`)));

/** A value as a number, 0 for none: the hash of null is not null. */
const number = (value: Sql): Sql => sql`case when ${value} is null then 0::ubigint else hash(${value}) end`;

/** An IPv4 address without its last number, an IPv6 address without all but its first three groups. */
const neighbourhood = sql`case when contains(ip, ':') then array_to_string(string_split(ip, ':')[:3], ':')
  else left(ip, length(ip) - instr(reverse(ip), '.')) end`;

/** An IPv4 address, or the four groups of an IPv6 address that a household or an office has; its devices change the others by themselves. */
const site = sql`case when contains(ip, ':') then array_to_string(string_split(ip, ':')[:4], ':') else ip end`;

/** The first halves of IPv4 addresses, the first two groups of IPv6 addresses. */
const prefix = sql`case when contains(ip, ':') then split_part(ip, ':', 1) || ':' || split_part(ip, ':', 2) || '::/32'
  else split_part(ip, '.', 1) || '.' || split_part(ip, '.', 2) || '.0.0/16' end`;

const named = (text: Sql, pairs: readonly (readonly [string, string])[]): Sql =>
  sql`case ${join(
    pairs.map(([part, name]) => sql`when contains(${text}, ${literal(part)}) then ${literal(name)}`),
    sql` `,
  )} end`;

/** Told by the user agent, or where there is none by the device, always without a version. */
const client = sql`case
  when told is null then null
  when system is not null and browser is not null then system || ' ' || browser
  when not starts_with(told, 'mozilla/') then left(trim(regexp_replace(told, '[0-9][0-9a-f._-]*', '', 'g')), 80)
  else coalesce(system, 'unknown system') || ' ' || coalesce(browser, left(trim(regexp_replace(regexp_extract(told, '[^ ]+$'), '[0-9].*$', '')), 40)) end`;

const systems = [
  ['windows', 'Windows'],
  ['iphone', 'iOS'],
  ['ipad', 'iOS'],
  ['ios', 'iOS'],
  ['android', 'Android'],
  ['mac', 'macOS'],
  ['cros', 'ChromeOS'],
  ['linux', 'Linux'],
] as const;
const browsers = [
  ['powershell', 'PowerShell'],
  ['outlook', 'Outlook'],
  ['edg', 'Edge'],
  ['opr/', 'Opera'],
  ['firefox', 'Firefox'],
  ['fxios', 'Firefox'],
  ['chrome', 'Chrome'],
  ['crios', 'Chrome'],
  ['trident', 'Internet Explorer'],
  ['msie', 'Internet Explorer'],
  ['safari', 'Safari'],
  ['applewebkit', 'web view'],
] as const;

const protocol = sql`case
  when authenticationProtocol is null or list_contains(['', 'none', 'oAuth2', 'samlP', 'saml20'], authenticationProtocol) then nullif(clientAppUsed, '')
  else coalesce(nullif(clientAppUsed, '') || ' ', '') || authenticationProtocol end`;

/**
 * Relations for the features of attempts. `plain_attempt` is `attempt` of named users with `outcome` (none where a token was refused), `protocol`, `application`,
 * and these, the account and the address as numbers; {@link traced} adds what has to be looked up.
 */
export function plainAttempts(outcome: Sql): Sql[] {
  return [
    sql`create or replace temp view plain_attempt as
      select *, ${number(sql`protocol`)} as protocol_key from (
        select *, appId as application, case when not isRenewal or errorCode = 0 then ${outcome} end as outcome, ${protocol} as protocol, hash(principal) as account_key, ${number(site)} as address_key,
          ${number(sql`country`)} as country_key, ${number(sql`appId`)} as application_key
        from attempt where principal is not null
      )`,
    // One text of a client for each way that it is written: so few that regular expressions do not matter.
    sql`create or replace temp table client_name as
      select mark, client, ${number(sql`client`)} as client_key from (
        select mark, ${client} as client from (
          select mark, told, ${named(sql`told`, systems)} as system, ${named(sql`told`, browsers)} as browser from (
            select hash(userAgent, deviceOperatingSystem, deviceBrowser) as mark,
              lower(coalesce(nullif(any_value(userAgent), ''), nullif(trim(coalesce(any_value(deviceOperatingSystem), '') || ' ' || coalesce(any_value(deviceBrowser), '')), ''))) as told
            from attempt group by mark
          )
        )
      )`,
    // Exports that have no autonomous systems borrow them from those that do: a network must not change its name.
    sql`create or replace temp table neighbour as
      select neighbourhood, mode(asn) as asn from (
        select ${neighbourhood} as neighbourhood, autonomousSystemNumber as asn, count(*) as records from attempt
        where autonomousSystemNumber is not null and ip is not null
          and exists (select 1 from attempt where autonomousSystemNumber is null and ip is not null)
        group by all
      ) group by neighbourhood`,
  ];
}

/** A part of `plain_attempt` with `network` (autonomous system, else address prefix), `client` (system and browser) and their numbers. */
export function traced(attempts: Sql): Sql {
  return sql`(
    select *, ${number(sql`network`)} as network_key from (
      select a.*, c.client, c.client_key,
        case when a.autonomousSystemNumber is not null then 'AS' || a.autonomousSystemNumber
          when n.asn is not null then 'AS' || n.asn else ${prefix} end as network
      from ${attempts} a
      left join client_name c on c.mark = hash(a.userAgent, a.deviceOperatingSystem, a.deviceBrowser)
      left join neighbour n on n.neighbourhood = case when a.autonomousSystemNumber is null then ${neighbourhood} end
    )
  )`;
}
