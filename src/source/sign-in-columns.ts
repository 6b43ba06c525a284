import { sql, type Sql } from '../store/sql.ts';
import { bigint, boolean, json, sameNamed, texts } from './source.ts';

/** The error code of a failed sign-in that does not say why it failed: Microsoft has none. */
export const failedWithoutReason: Sql = sql`-1`;

/** The kind of sign-in from Graph's `signInEventTypes`, else from what the record itself tells. */
export function logFromEventTypes(eventTypes: Sql, isInteractive: Sql, servicePrincipalId: Sql): Sql {
  return sql`case
    when contains(${eventTypes}, 'managedIdentity') then 'managed-identity-sign-in'
    when contains(${eventTypes}, 'servicePrincipal') then 'service-principal-sign-in'
    when contains(${eventTypes}, 'nonInteractiveUser') then 'non-interactive-sign-in'
    when contains(${eventTypes}, 'interactiveUser') then 'sign-in'
    when nullif(${servicePrincipalId}, '') is not null then 'service-principal-sign-in'
    when ${isInteractive} = false then 'non-interactive-sign-in'
    else 'sign-in' end`;
}

/** The kind of sign-in from the category of a diagnostic setting or the name of a Log Analytics table. */
export function logFromCategory(category: Sql, otherwise: Sql): Sql {
  return sql`case
    when ${category} is null then ${otherwise}
    when starts_with(lower(${category}), 'managedidentity') or contains(lower(${category}), 'aadmanagedidentity') then 'managed-identity-sign-in'
    when contains(lower(${category}), 'serviceprincipal') then 'service-principal-sign-in'
    when contains(lower(${category}), 'noninteractive') then 'non-interactive-sign-in'
    when contains(lower(${category}), 'adfs') then 'adfs-sign-in'
    when lower(${category}) in ('signinlogs', 'signin') then 'sign-in'
    else ${otherwise} end`;
}

/** Who signed in: the user, else the service principal by its name, else by its id. */
export function signInPrincipal(user: Sql, servicePrincipalName: Sql, servicePrincipalId: Sql, fallback: Sql): Sql {
  return sql`coalesce(bare_name(${user}), bare_name(${servicePrincipalName}), bare_name(${servicePrincipalId}), bare_name(${fallback}))`;
}

/** Texts that Graph, the portal's JSON and (under `properties`) diagnostic settings share. */
const commonPaths = {
  id: 'id',
  createdDateTime: 'createdDateTime',
  userPrincipalName: 'userPrincipalName',
  userId: 'userId',
  servicePrincipalId: 'servicePrincipalId',
  servicePrincipalName: 'servicePrincipalName',
  servicePrincipalCredentialKeyId: 'servicePrincipalCredentialKeyId',
  appId: 'appId',
  appDisplayName: 'appDisplayName',
  ipAddress: 'ipAddress',
  userAgent: 'userAgent',
  resourceId: 'resourceId',
  resourceDisplayName: 'resourceDisplayName',
  clientAppUsed: 'clientAppUsed',
  authenticationProtocol: 'authenticationProtocol',
  authenticationRequirement: 'authenticationRequirement',
  conditionalAccessStatus: 'conditionalAccessStatus',
  incomingTokenType: 'incomingTokenType',
  failureReason: 'status/failureReason',
  statusDetails: 'status/additionalDetails',
  country: 'location/countryOrRegion',
  city: 'location/city',
  deviceOperatingSystem: 'deviceDetail/operatingSystem',
  deviceBrowser: 'deviceDetail/browser',
  deviceTrustType: 'deviceDetail/trustType',
  deviceId: 'deviceDetail/deviceId',
  correlationId: 'correlationId',
  sessionId: 'sessionId',
  uniqueTokenIdentifier: 'uniqueTokenIdentifier',
  homeTenantId: 'homeTenantId',
  resourceTenantId: 'resourceTenantId',
  crossTenantAccessType: 'crossTenantAccessType',
  appOwnerTenantId: 'appOwnerTenantId',
  riskLevel: 'riskLevelDuringSignIn',
  riskState: 'riskState',
} as const;

/** The fields that Graph, the portal's JSON and (below `parent`) diagnostic settings share. */
export function commonFields(parent?: string) {
  const inside = parent === undefined ? '' : `${parent}/`;
  return {
    ...texts(commonPaths, parent),
    autonomousSystemNumber: bigint(`${inside}autonomousSystemNumber`),
    isCompliant: boolean(`${inside}deviceDetail/isCompliant`),
    isInteractive: boolean(`${inside}isInteractive`),
    riskEventTypes: json(`${inside}riskEventTypes`),
    riskEventTypesV2: json(`${inside}riskEventTypes_v2`),
    signInEventTypes: json(`${inside}signInEventTypes`),
  };
}

type CommonField = keyof ReturnType<typeof commonFields>;

/** Columns that Graph and Log Analytics alike have under their own name. */
const plainNames = [
  'id',
  'userAgent',
  'appId',
  'userId',
  'servicePrincipalId',
  'servicePrincipalCredentialKeyId',
  'appDisplayName',
  'resourceDisplayName',
  'clientAppUsed',
  'authenticationProtocol',
  'authenticationRequirement',
  'conditionalAccessStatus',
  'incomingTokenType',
  'correlationId',
  'sessionId',
  'uniqueTokenIdentifier',
  'homeTenantId',
  'resourceTenantId',
  'crossTenantAccessType',
  'appOwnerTenantId',
  'riskLevel',
  'riskState',
] as const;

/** Columns whose values Graph nests and Log Analytics keeps in dynamic columns. */
const nestedNames = [
  'resourceId',
  'failureReason',
  'statusDetails',
  'country',
  'city',
  'deviceOperatingSystem',
  'deviceBrowser',
  'deviceTrustType',
  'deviceId',
] as const;

type PlainField =
  | (typeof plainNames)[number]
  | 'userPrincipalName'
  | 'servicePrincipalName'
  | 'ipAddress'
  | 'riskEventTypes'
  | 'riskEventTypesV2';

/** The columns that every JSON shape of a sign-in gives in the same way. */
export function plainColumns(field: Readonly<Record<PlainField, Sql>>): Record<string, Sql> {
  return {
    ...sameNamed(field, plainNames),
    operation: sql`'Sign-in'`,
    principal: signInPrincipal(
      field.userPrincipalName,
      field.servicePrincipalName,
      field.servicePrincipalId,
      field.userId,
    ),
    ip: sql`bare_address(${field.ipAddress})`,
    // The newer of the two counts, if it says something.
    riskEventTypes: sql`coalesce(${textList(field.riskEventTypesV2)}, ${textList(field.riskEventTypes)})`,
  };
}

/** A list of texts, perhaps as JSON text or joined with commas; null if there are none. */
function textList(value: Sql): Sql {
  const alone = sql`(${value} ->> '$')`;
  return sql`case when ${value} is null then null
    when json_type(unfolded(${value})) = 'ARRAY' then nullif(json_transform(unfolded(${value}), '["VARCHAR"]'), [])
    when json_type(${value}) = 'VARCHAR' and ${alone} <> '' then string_split_regex(${alone}, ' *, *') end`;
}

/** The columns that {@link commonFields} give; a source adds `log`, `time` and `errorCode`. */
export function commonColumns(field: Readonly<Record<CommonField, Sql>>): Record<string, Sql> {
  return {
    ...plainColumns(field),
    ...sameNamed(field, nestedNames),
    ...sameNamed(field, ['autonomousSystemNumber', 'isCompliant']),
  };
}
