import { sql, type Sql } from '../../store/sql.ts';
import { bare, list, moment, typeName } from '../directory-source.ts';
import { sameNamed, texts } from '../source.ts';
import type { AzurehoundFill } from './azurehound-fields.ts';

/**
 * AzureHound leaves out what is false. Absent means false only where the record shows, by `witness`, that the collector
 * had asked Graph for more than the few properties of a bare list.
 */
export const falseIfLeftOut = (value: Sql, witness: Sql): Sql =>
  sql`coalesce(${value}, case when nullif(${witness}, '') is not null then false end)`;

/** The tenant, its users, its groups and who is in them. */
export const peopleFills: readonly AzurehoundFill[] = [
  {
    table: 'tenant',
    kind: 'AZTenant',
    // Every tenant that the collector's account could see is listed; only one is what the file is about.
    where: (field) => sql`${field.collected}`,
    columns: (field) => ({
      ...sameNamed(field, ['displayName', 'defaultDomain']),
      id: bare(field.tenantId),
    }),
  },
  {
    table: 'user',
    kind: 'AZUser',
    columns: (field) => ({
      ...sameNamed(field, ['displayName', 'userType', 'onPremisesSyncEnabled']),
      id: bare(field.id),
      userPrincipalName: bare(field.userPrincipalName),
      mail: bare(field.mail),
      // Graph gives both of these only to those who name them, and AzureHound names either all or none.
      accountEnabled: falseIfLeftOut(field.accountEnabled, field.userType),
      createdDateTime: moment(field.createdDateTime),
      lastSignIn: moment(field.lastSignIn),
      lastNonInteractiveSignIn: moment(field.lastNonInteractiveSignIn),
      lastSuccessfulSignIn: moment(field.lastSuccessfulSignIn),
      lastPasswordChange: moment(field.lastPasswordChange),
    }),
  },
  {
    table: 'group',
    kind: 'AZGroup',
    columns: (field) => ({
      ...sameNamed(field, ['displayName', 'membershipRule', 'onPremisesSyncEnabled', 'visibility']),
      id: bare(field.id),
      mail: bare(field.mail),
      securityEnabled: falseIfLeftOut(field.securityEnabled, field.displayName),
      mailEnabled: falseIfLeftOut(field.mailEnabled, field.displayName),
      isAssignableToRole: falseIfLeftOut(field.isAssignableToRole, field.displayName),
      groupTypes: list(field.groupTypes),
    }),
  },
  {
    table: 'group_member',
    kind: 'AZGroupMember',
    each: [{ list: 'members', fields: texts({ id: 'member/id', type: 'member/@odata.type' }) }],
    columns: (field, item) => ({
      groupId: bare(field.groupId),
      memberId: bare(item('id')),
      memberType: typeName(item('type')),
      state: sql`'active'`,
    }),
  },
  ownerFill('AZGroupOwner', 'group', 'groupId'),
];

/** Owners of a group, application or service principal, whose id is in the field `id`. */
export function ownerFill(
  kind: string,
  objectType: 'group' | 'application' | 'servicePrincipal',
  id: 'groupId' | 'appId' | 'servicePrincipalId',
): AzurehoundFill {
  return {
    table: 'owner',
    kind,
    each: [{ list: 'owners', fields: texts({ id: 'owner/id', type: 'owner/@odata.type' }) }],
    columns: (field, item) => ({
      objectId: bare(field[id]),
      objectType: sql`${objectType}`,
      ownerId: bare(item('id')),
      ownerType: typeName(item('type')),
      state: sql`'active'`,
    }),
  };
}
