import { join, sql, type Sql } from '../store/sql.ts';
import { defineSource, type Field, text } from './source.ts';

const targetNumbers = [1, 2, 3];
const propertyNumbers = [1, 2, 3, 4, 5];
const detailNumbers = [1, 2, 3, 4, 5, 6];

/** The columns that the download repeats: three targets of five properties, and details. */
const repeated: Record<string, Field> = {};
for (const target of targetNumbers) {
  for (const part of ['Type', 'DisplayName', 'ObjectId', 'UserPrincipalName']) {
    repeated[`target${target}${part}`] = text(`Target${target}${part}`);
  }
  for (const property of propertyNumbers) {
    for (const part of ['Name', 'OldValue', 'NewValue']) {
      const name = `Target${target}ModifiedProperty${property}${part}`;
      repeated[name] = text(name);
    }
  }
}
for (const detail of detailNumbers) {
  repeated[`AdditionalDetail${detail}Key`] = text(`AdditionalDetail${detail}Key`);
  repeated[`AdditionalDetail${detail}Value`] = text(`AdditionalDetail${detail}Value`);
}

/** The Entra admin center's CSV download of audit logs. */
export default defineSource<string>({
  id: 'directory-audit-portal-csv',
  title: 'Entra directory audits downloaded from the Entra admin center (CSV)',
  reference: 'https://learn.microsoft.com/entra/identity/monitoring-health/howto-download-logs',
  table: 'activity',
  logs: ['directory-audit'],
  fields: {
    date: text('Date (UTC)'),
    correlationId: text('CorrelationId'),
    service: text('Service'),
    category: text('Category'),
    activity: text('Activity'),
    result: text('Result'),
    resultReason: text('ResultReason'),
    userAgent: text('User Agent'),
    actorType: text('ActorType'),
    actorName: text('ActorDisplayName'),
    actorId: text('ActorObjectId'),
    actorUser: text('ActorUserPrincipalName'),
    ipAddress: text('IPAddress'),
    servicePrincipalId: text('ActorServicePrincipalId'),
    servicePrincipalName: text('ActorServicePrincipalName'),
    ...repeated,
  },
  requires: [['date'], ['activity'], ['correlationId', 'service', 'category']],
  columns: (all) => {
    const field = (name: string): Sql => all[name] ?? sql`null`;
    const properties = (target: number): Sql =>
      sql`list_filter([${join(
        propertyNumbers.map((number) => {
          const name = `Target${target}ModifiedProperty${number}`;
          return sql`{'name': ${field(`${name}Name`)}, 'old': plain_value(${field(`${name}OldValue`)}), 'new': plain_value(${field(`${name}NewValue`)})}`;
        }),
      )}], lambda p: nullif(p.name, '') is not null)`;
    const targets = join(
      targetNumbers.map(
        (number) => sql`{'id': ${field(`target${number}ObjectId`)},
          'name': coalesce(nullif(${field(`target${number}DisplayName`)}, ''), ${field(`target${number}UserPrincipalName`)}),
          'type': ${field(`target${number}Type`)}, 'properties': ${properties(number)}}`,
      ),
    );
    const details = join(
      detailNumbers.map(
        (number) =>
          sql`{'list': 'additionalDetails', 'name': ${field(`AdditionalDetail${number}Key`)}, 'value': ${field(`AdditionalDetail${number}Value`)}}`,
      ),
    );
    return {
      log: sql`'directory-audit'`,
      time: sql`instant(${field('date')})`,
      // The download has no id of the record: two rows of one operation differ in their content.
      id: sql`null`,
      operation: sql`bare_operation(${field('activity')})`,
      principal: sql`bare_name(coalesce(nullif(${field('actorUser')}, ''), nullif(${field('servicePrincipalName')}, ''),
        nullif(${field('actorName')}, ''), nullif(${field('servicePrincipalId')}, ''), ${field('actorId')}))`,
      ip: sql`bare_address(${field('ipAddress')})`,
      userAgent: sql`coalesce(nullif(${field('userAgent')}, ''), list_filter([${details}], lambda d: d.name = 'User-Agent')[1].value)`,
      workload: field('service'),
      category: field('category'),
      result: field('result'),
      resultReason: field('resultReason'),
      actorType: sql`case when contains(lower(${field('actorType')}), 'app') or contains(lower(${field('actorType')}), 'serviceprincipal')
        then 'application' when nullif(${field('actorType')}, '') is not null then 'user' end`,
      actorId: sql`coalesce(nullif(${field('actorId')}, ''), ${field('servicePrincipalId')})`,
      objectId: field('target1ObjectId'),
      correlationId: field('correlationId'),
      targets: sql`list_filter([${targets}], lambda t: coalesce(nullif(t.id, ''), nullif(t.name, '')) is not null or len(t.properties) > 0)`,
      parameters: sql`list_filter([${details}], lambda d: nullif(d.name, '') is not null)`,
    };
  },
  examples: [
    {
      name: 'an owner added',
      record: {
        'Date (UTC)': '2024-01-10T06:41:07Z',
        CorrelationId: 'cccc',
        Service: 'Core Directory',
        Category: 'ApplicationManagement',
        Activity: 'Add owner to application',
        Result: 'success',
        ActorType: 'User',
        ActorUserPrincipalName: 'Admin@frostline.example',
        Target1Type: 'User',
        Target1ObjectId: 'uuuu',
        Target1ModifiedProperty1Name: 'Application.DisplayName',
        Target1ModifiedProperty1NewValue: '"Legacy"',
        'User Agent': 'curl/8',
        AdditionalDetail6Key: 'AppId',
        AdditionalDetail6Value: 'aaaa',
      },
      becomes: {
        userAgent: 'curl/8',
        'parameters[1].value': 'aaaa',
        operation: 'Add owner to application',
        principal: 'admin@frostline.example',
        actorType: 'user',
        'targets[1].properties[1].new': 'Legacy',
      },
    },
    {
      name: 'a sign-in row of the portal is none',
      record: { 'Date (UTC)': '2024-01-10T06:41:07Z', 'Request ID': 'r', Status: 'Success', Application: 'x' },
      becomes: undefined,
    },
  ],
});
