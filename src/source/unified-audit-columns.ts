import { join, literal, sql, trusted, type Sql } from '../store/sql.ts';
import { failedWithoutReason } from './sign-in-columns.ts';

/** The name/value lists of a unified audit record that become `parameters`, each under its own name. */
export const parameterLists = ['Parameters', 'ExtendedProperties', 'OperationProperties', 'DeviceProperties'] as const;

const guid = literal('^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$');

/** A name/value list as rows of `parameters`. */
export function parameterRows(list: (typeof parameterLists)[number], value: Sql, isCamelCase: boolean): Sql {
  const structure = isCamelCase ? '[{"name":"VARCHAR","value":"VARCHAR"}]' : '[{"Name":"VARCHAR","Value":"VARCHAR"}]';
  return sql`case when ${value} is null then [] else list_transform(json_transform(unfolded_list(${value}), ${literal(structure)}),
    lambda p: {'list': ${literal(list)}, 'name': p.name, 'value': p.value}) end`;
}

/** The list, or null if it is empty. Mentions it once: `nullif` would plan it twice, which small files feel. */
export function unlessEmpty(list: Sql): Sql {
  return sql`list_filter([${list}], lambda l: len(l) > 0)[1]`;
}

/** `ModifiedProperties` as the properties of the one target that a unified audit record has, else null. */
export function unifiedTargets(modifiedProperties: Sql, target: Sql, objectId: Sql, isCamelCase: boolean): Sql {
  const property = isCamelCase
    ? '[{"name":"VARCHAR","oldValue":"VARCHAR","newValue":"VARCHAR"}]'
    : '[{"Name":"VARCHAR","OldValue":"VARCHAR","NewValue":"VARCHAR"}]';
  const ids = sql`list_transform(json_transform(unfolded_list(${target}), ${literal(isCamelCase ? '[{"id":"VARCHAR"}]' : '[{"ID":"VARCHAR"}]')}), lambda t: t.id)`;
  return sql`case when ${modifiedProperties} is null and ${target} is null then null else [{
    'id': coalesce(list_filter(${ids}, lambda i: regexp_matches(i, ${guid}))[1], ${objectId}),
    'name': coalesce(list_filter(${ids}, lambda i: contains(i, '@') or not (regexp_matches(i, ${guid})
      or regexp_matches(i, '^(User|Application|ServicePrincipal|Group|Role|Device|Policy|Other)(_.*)?$') or regexp_matches(i, '^[0-9A-F]{16}$')))[1], ${objectId}),
    'type': list_filter(${ids}, lambda i: i in ('User', 'Application', 'ServicePrincipal', 'Group', 'Role', 'Device', 'Policy'))[1],
    'properties': coalesce(list_transform(json_transform(unfolded_list(${modifiedProperties}), ${literal(property)}),
      lambda p: {'name': p.name, 'old': plain_value(p.oldValue), 'new': plain_value(p.newValue)}), [])}] end`;
}

/**
 * Who did it. The user id is a name, or of a service principal its number, where the directory audits have its name: that stands among
 * the actors. It can also be a number alone or `Not Available`, as of failed sign-ins: then the name is among the actors, or of
 * sign-ins it is the object; null if nobody is named.
 */
export function unifiedPrincipal(
  {
    userId,
    userKey,
    objectId,
    actor,
    operation,
  }: Readonly<Record<'userId' | 'userKey' | 'objectId' | 'actor' | 'operation', Sql>>,
  isCamelCase: boolean,
): Sql {
  const structure = isCamelCase ? '[{"id":"VARCHAR","type":"INTEGER"}]' : '[{"ID":"VARCHAR","Type":"INTEGER"}]';
  const actors = sql`json_transform(unfolded_list(${actor}), ${literal(structure)})`;
  const known = (text: Sql): Sql =>
    sql`case when lower(${text}) not in ('', 'not available', 'unknown') then ${text} end`;
  return sql`case when contains(${userId}, '@') then ${userId}
    when starts_with(lower(${userId}), 'serviceprincipal_') then coalesce(list_filter(${actors}, lambda a: a.type = 1)[1].id, ${userId})
    when ${known(userId)} is null or regexp_matches(${userId}, ${guid}) then coalesce(list_filter(${actors}, lambda a: a.type = 5 and contains(a.id, '@'))[1].id,
      case when bare_operation(${operation}) in ('UserLoggedIn', 'UserLoginFailed') and contains(${objectId}, '@') then ${objectId} end, ${known(userId)}, ${known(userKey)})
    else ${userId} end`;
}

/** Whether the actor is an application: user type 5, or a name that only service principals have. */
export function unifiedActorType(userType: Sql, userId: Sql): Sql {
  return sql`case when lower(${userType}) in ('5', 'application') or starts_with(lower(${userId}), 'serviceprincipal_')
    then 'application' else 'user' end`;
}

/**
 * The number of an error that a sign-in record gives only by its name, in Microsoft's words.
 * Source: https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
const errorNames: readonly (readonly [string, string])[] = [
  ['InvalidUserNameOrPassword', '50126'],
  ['InvalidPasswordExpiredPassword', '50055'],
  ['InvalidPasswordExpiredOnPremPassword', '50144'],
  ['InvalidPassword', '50126'],
  ['InvalidOrNullPassword', '50056'],
  ['IdsLocked', '50053'],
  ['UserAccountNotFound', '50034'],
  ['UserDisabled', '50057'],
  ['UserStrongAuthEnrollmentRequiredInterrupt', '50072'],
  ['UserStrongAuthEnrollmentRequired', '50079'],
  ['UserStrongAuthClientAuthNRequiredInterrupt', '50074'],
  ['UserStrongAuthClientAuthNRequired', '50076'],
  ['UserStrongAuthExpired', '50078'],
  ['PasswordResetRegistrationRequiredInterrupt', '50125'],
  ['ExternalSecurityChallenge', '50158'],
  ['DeviceNotCompliant', '53000'],
  ['DeviceNotDomainJoined', '53001'],
  ['ApplicationUsedIsNotAnApprovedApp', '53002'],
  ['BlockedByConditionalAccess', '53003'],
  ['ProofUpBlockedDueToRisk', '53004'],
];

/**
 * The error code of a sign-in record, from its number or from the name that stands there instead. `loginError` is how records
 * before 2019 tell a wrong password.
 */
export function unifiedErrorCode(operation: Sql, errorNumber: Sql, logonError: Sql, loginError: Sql): Sql {
  return sql`coalesce(try_cast(${errorNumber} as integer), case
    when nullif(${logonError}, '') is null then case bare_operation(${operation}) when 'UserLoggedIn' then 0
      when 'UserLoginFailed' then case when ${loginError} is null then ${failedWithoutReason} when contains(${loginError}, 'BAD_PASSWORD') then 50126 end end
    ${join(
      errorNames.map(([name, code]) => sql`when starts_with(${logonError}, ${literal(name)}) then ${trusted(code)}`),
      sql` `,
    )} end)`;
}

/** Number of the record type, which some exports give by its name. Only the types that detections ask for are named. */
export function recordTypeNumber(recordType: Sql): Sql {
  return sql`coalesce(try_cast(${recordType} as integer), case lower(${recordType})
    when 'exchangeadmin' then 1 when 'exchangeitem' then 2 when 'exchangeitemgroup' then 3
    when 'sharepoint' then 4 when 'sharepointfileoperation' then 6 when 'azureactivedirectory' then 8
    when 'azureactivedirectoryaccountlogon' then 9 when 'sharepointsharingoperation' then 14
    when 'azureactivedirectorystslogon' then 15 when 'securitycompliancecentereopcmdlet' then 18
    when 'microsoftteams' then 25 when 'microsoftflow' then 30 when 'exchangeitemaggregated' then 50 end)`;
}
