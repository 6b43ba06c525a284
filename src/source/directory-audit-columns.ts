import { join, literal, sql, type Sql } from '../store/sql.ts';

const spellings = {
  camel: {
    id: 'id',
    name: 'displayName',
    user: 'userPrincipalName',
    type: 'type',
    list: 'modifiedProperties',
    old: 'oldValue',
    new: 'newValue',
  },
  pascal: {
    id: 'Id',
    name: 'DisplayName',
    user: 'UserPrincipalName',
    type: 'Type',
    list: 'ModifiedProperties',
    old: 'OldValue',
    new: 'NewValue',
  },
} as const;

/** `targetResources`, in whichever spelling and however nested in text, as the column `targets`. */
function auditTargets(targetResources: Sql): Sql {
  return sql`case when list_has_any(json_keys(unfolded_list(${targetResources}), '$[0]'), ['Id', 'DisplayName', 'ModifiedProperties'])
    then ${targets(targetResources, 'pascal')} else ${targets(targetResources, 'camel')} end`;
}

function targets(value: Sql, style: keyof typeof spellings): Sql {
  const key = spellings[style];
  const target = JSON.stringify([
    { [key.id]: 'VARCHAR', [key.name]: 'VARCHAR', [key.user]: 'VARCHAR', [key.type]: 'VARCHAR', [key.list]: 'JSON' },
  ]);
  const property = JSON.stringify([{ [key.name]: 'VARCHAR', [key.old]: 'VARCHAR', [key.new]: 'VARCHAR' }]);
  return sql`list_transform(json_transform(unfolded_list(${value}), ${literal(target)}), lambda t: {
    'id': t.id, 'name': coalesce(nullif(t.displayName, ''), t.userPrincipalName), 'type': t.type,
    'properties': list_transform(json_transform(unfolded_list(t.modifiedProperties), ${literal(property)}),
      lambda p: {'name': p.displayName, 'old': plain_value(p.oldValue), 'new': plain_value(p.newValue)})})`;
}

/** `additionalDetails`, a list of key and value, as the column `parameters`. */
function auditDetails(additionalDetails: Sql): Sql {
  const rows = (
    structure: string,
  ): Sql => sql`list_transform(json_transform(unfolded_list(${additionalDetails}), ${literal(structure)}),
    lambda d: {'list': 'additionalDetails', 'name': d.key, 'value': d.value})`;
  return sql`case when list_has_any(json_keys(unfolded_list(${additionalDetails}), '$[0]'), ['Key'])
    then ${rows('[{"Key":"VARCHAR","Value":"VARCHAR"}]')} else ${rows('[{"key":"VARCHAR","value":"VARCHAR"}]')} end`;
}

/** The user agent: newer records have it as a property, all keep it among the details. */
export function auditUserAgent(additionalDetails: Sql, property: Sql = sql`null`): Sql {
  return sql`coalesce(nullif(${property}, ''),
    list_filter(${auditDetails(additionalDetails)}, lambda d: d.name = 'User-Agent')[1].value)`;
}

/**
 * Columns of who did it, from `initiatedBy` with its two alternatives `user` and `app`. Each takes its candidates out in
 * one go, because every mention of `unfolded` is planned anew: small files would take twice as long.
 */
function auditActor(initiatedBy: Sql): Record<'principal' | 'actorType' | 'actorId' | 'ip' | 'appId', Sql> {
  const first = (...paths: string[]): Sql =>
    sql`list_filter(unfolded(${initiatedBy}) ->> [${join(
      paths
        .flatMap((path) => [path, path.replace(/(^|\.)./g, (start) => start.toUpperCase())])
        .map((path) => literal(`$.${path}`)),
    )}], lambda v: v <> '')[1]`;
  return {
    principal: sql`bare_name(${first(
      'user.userPrincipalName',
      'user.displayName',
      'app.displayName',
      'app.servicePrincipalName',
      'user.id',
      'app.servicePrincipalId',
      'app.appId',
    )})`,
    actorType: sql`case when ${first('user.id', 'user.userPrincipalName')} is not null then 'user'
      when ${first('app.servicePrincipalId', 'app.appId', 'app.displayName')} is not null then 'application' end`,
    actorId: first('user.id', 'app.servicePrincipalId'),
    ip: sql`bare_address(${first('user.ipAddress')})`,
    appId: first('app.appId'),
  };
}

/** The columns that all three JSON shapes of a directory audit share. */
export function auditColumns(field: {
  readonly initiatedBy: Sql;
  readonly targetResources: Sql;
  readonly additionalDetails: Sql;
}): Record<string, Sql> {
  const { initiatedBy, targetResources, additionalDetails } = field;
  return {
    log: sql`'directory-audit'`,
    ...auditActor(initiatedBy),
    userAgent: auditUserAgent(additionalDetails),
    objectId: sql`list_filter(unfolded_list(${targetResources}) ->> ['$[0].id', '$[0].Id'], lambda v: v is not null)[1]`,
    targets: auditTargets(targetResources),
    parameters: auditDetails(additionalDetails),
  };
}
