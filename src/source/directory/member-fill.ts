import { sql } from '../../store/sql.ts';
import { bare, type Fill } from '../directory-source.ts';
import { objectFields, objectType } from './object-fill.ts';

/** The owners in a field of the object that has them. */
export function ownerFill(within: string, ownedType: 'application' | 'servicePrincipal' | 'group'): Fill<'id'> {
  return {
    table: 'owner',
    each: [{ list: within, fields: objectFields }],
    columns: (field, owner) => ({
      objectId: bare(field.id),
      objectType: sql`${ownedType}`,
      ownerId: bare(owner('id')),
      ownerType: objectType(owner),
      state: sql`'active'`,
    }),
  };
}
