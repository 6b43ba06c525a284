import { sql, type Sql } from '../store/sql.ts';
import { type Field, json, sameNamed, texts } from './source.ts';

/** Fields of a risk detection, which all its exports name alike but for the place; of service principals or of users. */
const riskPaths = {
  id: 'id',
  riskEventType: 'riskEventType',
  riskState: 'riskState',
  riskDetail: 'riskDetail',
  riskLevel: 'riskLevel',
  source: 'source',
  activityDateTime: 'activityDateTime',
  detectedDateTime: 'detectedDateTime',
  ipAddress: 'ipAddress',
  correlationId: 'correlationId',
  userPrincipalName: 'userPrincipalName',
  userDisplayName: 'userDisplayName',
  userId: 'userId',
  servicePrincipalDisplayName: 'servicePrincipalDisplayName',
  servicePrincipalId: 'servicePrincipalId',
  appId: 'appId',
} as const;

export type RiskField = keyof typeof riskPaths | 'additionalInfo';

export function riskFields(parent?: string): Record<RiskField, Field> {
  const inside = parent === undefined ? '' : `${parent}/`;
  return { ...texts(riskPaths, parent), additionalInfo: json(`${inside}additionalInfo`) };
}

/** A record is a risk detection if it has one of each; where a time stands, each export says itself. */
export const riskRequires = [
  ['riskEventType'],
  ['userPrincipalName', 'userId', 'servicePrincipalId', 'servicePrincipalDisplayName'],
] as const satisfies readonly (readonly RiskField[])[];

/** All columns; `time` is null where the detection itself has none. */
export function riskColumns(field: Readonly<Record<RiskField, Sql>>): Record<string, Sql> {
  const servicePrincipal = sql`coalesce(nullif(${field.servicePrincipalId}, ''), nullif(${field.servicePrincipalDisplayName}, ''))`;
  return {
    log: sql`'risk-detection'`,
    time: sql`coalesce(instant(${field.activityDateTime}), instant(${field.detectedDateTime}))`,
    // A detection is written anew, with the same id, when its state changes: that is no duplicate.
    id: sql`nullif(${field.id}, '') || coalesce('/' || nullif(${field.riskState}, ''), '')`,
    operation: field.riskEventType,
    principal: sql`coalesce(bare_name(${field.userPrincipalName}), bare_name(${field.userDisplayName}),
      bare_name(${field.servicePrincipalDisplayName}), bare_name(${field.servicePrincipalId}), bare_name(${field.userId}))`,
    ip: sql`bare_address(${field.ipAddress})`,
    userAgent: sql`list_filter(json_transform(unfolded_list(${field.additionalInfo}), '[{"Key":"VARCHAR","Value":"VARCHAR"}]'),
      lambda i: lower(i.Key) = 'useragent')[1].Value`,
    ...sameNamed(field, ['appId', 'correlationId']),
    workload: field.source,
    category: field.riskLevel,
    result: field.riskState,
    resultReason: field.riskDetail,
    actorType: sql`case when ${servicePrincipal} is not null then 'application' else 'user' end`,
    actorId: sql`coalesce(nullif(${field.userId}, ''), nullif(${field.servicePrincipalId}, ''))`,
  };
}
