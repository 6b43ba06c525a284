import { join, literal, sql, type Sql } from '../store/sql.ts';

const soap = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims';
const microsoft = 'http://schemas.microsoft.com/identity/claims';

/**
 * What the caller's token says, each from the first of these claims that has a value.
 * Source: https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference
 */
const claimNames = {
  upn: [`${soap}/upn`, `${soap}/name`, `${soap}/emailaddress`, 'upn', 'unique_name'],
  displayName: ['name'],
  objectId: [`${microsoft}/objectidentifier`, 'oid', 'objectId'],
  appId: ['appid', 'appId', 'azp'],
  /** `app` or `user`; in newer tokens only. */
  kind: ['idtyp'],
  ip: ['ipaddr'],
  tenantId: [`${microsoft}/tenantid`, 'tid', 'tenantId'],
  sessionId: ['sid'],
  token: ['uti'],
} as const;

type Claim = keyof typeof claimNames;

const allClaims = Object.entries(claimNames).flatMap(([claim, names]) => names.map((name) => ({ claim, name })));

/** The values of all claims that we want, as one list, so that `claims`, an object, is read once. */
export function claimValues(claims: Sql): Sql {
  return sql`${claims} ->> [${join(allClaims.map(({ name }) => literal(`$."${name}"`)))}]`;
}

/** What of a record gives the columns that all shapes of the activity log share. */
interface Happening {
  /** What {@link claimValues} gave. */
  readonly claims: Sql;
  readonly operation: Sql;
  readonly resourceId: Sql;
  /** The user, or an application's id or name; null where only the claims tell. */
  readonly caller: Sql;
  readonly ip: Sql;
}

/** Columns of the operation, its resource and its caller; a source adds time, id, category and results. */
export function azureActivityColumns(happening: Happening): Record<string, Sql> {
  const { claims, operation, resourceId, caller, ip } = happening;
  const candidates = (claim: Claim): Sql => {
    const before = allClaims.findIndex((one) => one.claim === claim);
    return sql`${claims}[${before + 1}:${before + claimNames[claim].length}]`;
  };
  const value = (claim: Claim): Sql => sql`list_filter(${candidates(claim)}, lambda v: v <> '')[1]`;
  // Services of Azure have names where users have addresses, e.g. Microsoft.Advisor.
  const user = sql`coalesce(list_filter(list_concat([${caller}], ${candidates('upn')}), lambda v: contains(v, '@'))[1], ${value('displayName')})`;
  const application = sql`coalesce(${value('appId')}, ${value('objectId')}, nullif(${caller}, ''), ${value('upn')})`;
  return {
    log: sql`'azure-activity'`,
    operation: sql`bare_operation(${operation})`,
    principal: sql`bare_name(coalesce(${user}, ${application}))`,
    ip: sql`bare_address(coalesce(nullif(${ip}, ''), ${value('ip')}))`,
    appId: value('appId'),
    actorType: sql`case when ${value('kind')} = 'app' or (${user} is null and ${application} is not null) then 'application'
      when ${user} is not null then 'user' end`,
    actorId: value('objectId'),
    objectId: resourceId,
    workload: sql`coalesce(nullif(regexp_extract(${resourceId}, '(?i).*/providers/([^/]+)', 1), ''),
      case when contains(${operation}, '/') then split_part(${operation}, '/', 1) end)`,
    organizationId: value('tenantId'),
    sessionId: value('sessionId'),
    uniqueTokenIdentifier: value('token'),
  };
}

/**
 * A part of an object, whichever way it came: as an object, as JSON text, or as PowerShell writes objects into CSV
 * (`@{value=Succeeded; localizedValue=Succeeded}`).
 */
export function partOf(value: Sql, key: string): Sql {
  const capital = key.charAt(0).toUpperCase() + key.slice(1);
  return sql`case when starts_with(${value} ->> '$', '@{') then nullif(regexp_extract(${value} ->> '$', ${literal(`(?i)[{ ]${key}=([^;}]*)`)}, 1), '')
    else list_filter(unfolded(${value}) ->> [${literal(`$.${key}`)}, ${literal(`$.${capital}`)}], lambda v: v <> '')[1] end`;
}

/** A name, which some exports give as text and some as `{value, localizedValue}`. */
export function nameIn(value: Sql): Sql {
  return sql`case when regexp_matches(${value} ->> '$', '^@?\\{') then ${partOf(value, 'value')} else nullif(${value} ->> '$', '') end`;
}
