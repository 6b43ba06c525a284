import { literal, sql, type Sql } from '../store/sql.ts';

/** The name/value lists of a unified audit record that become `parameters`, each under its own name. */
export const parameterLists = ['Parameters', 'ExtendedProperties', 'OperationProperties', 'DeviceProperties'] as const;

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
  const isGuid = `'^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$'`;
  const guid = literal(isGuid.slice(1, -1));
  return sql`case when ${modifiedProperties} is null and ${target} is null then null else [{
    'id': coalesce(list_filter(${ids}, lambda i: regexp_matches(i, ${guid}))[1], ${objectId}),
    'name': coalesce(list_filter(${ids}, lambda i: contains(i, '@') or not (regexp_matches(i, ${guid})
      or regexp_matches(i, '^(User|Application|ServicePrincipal|Group|Role|Device|Policy|Other)(_.*)?$') or regexp_matches(i, '^[0-9A-F]{16}$')))[1], ${objectId}),
    'type': list_filter(${ids}, lambda i: i in ('User', 'Application', 'ServicePrincipal', 'Group', 'Role', 'Device', 'Policy'))[1],
    'properties': coalesce(list_transform(json_transform(unfolded_list(${modifiedProperties}), ${literal(property)}),
      lambda p: {'name': p.name, 'old': plain_value(p.oldValue), 'new': plain_value(p.newValue)}), [])}] end`;
}

/** The name of a service principal among the actors, by which the directory audits call it; the user id has only its number. */
export function actorName(userId: Sql, actor: Sql, isCamelCase: boolean): Sql {
  const structure = isCamelCase ? '[{"id":"VARCHAR","type":"INTEGER"}]' : '[{"ID":"VARCHAR","Type":"INTEGER"}]';
  return sql`case when starts_with(lower(${userId}), 'serviceprincipal_') then
    list_filter(json_transform(unfolded_list(${actor}), ${literal(structure)}), lambda a: a.type = 1)[1].id end`;
}

/** Whether the actor is an application: user type 5, or a name that only service principals have. */
export function unifiedActorType(userType: Sql, userId: Sql): Sql {
  return sql`case when lower(${userType}) in ('5', 'application') or starts_with(lower(${userId}), 'serviceprincipal_')
    then 'application' else 'user' end`;
}

/** The error code of a sign-in record, from its number or from the name that stands there instead. */
export function unifiedErrorCode(operation: Sql, errorNumber: Sql, logonError: Sql): Sql {
  return sql`coalesce(try_cast(${errorNumber} as integer), case
    when ${logonError} is null then case when bare_operation(${operation}) = 'UserLoggedIn' then 0 end
    when starts_with(${logonError}, 'InvalidUserNameOrPassword') or starts_with(${logonError}, 'InvalidPassword') then 50126
    when ${logonError} = 'IdsLocked' then 50053
    when ${logonError} = 'UserAccountNotFound' then 50034
    when ${logonError} = 'UserDisabled' then 50057
    when ${logonError} like 'UserStrongAuth%EnrollmentRequired%' then 50079
    when ${logonError} like 'UserStrongAuth%Required%' then 50074 end)`;
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
