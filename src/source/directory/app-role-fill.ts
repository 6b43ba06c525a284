import { bare, type Fill } from '../directory-source.ts';
import { texts } from '../source.ts';

/** The roles that an application or service principal offers, in its field `appRoles`. */
export const appRoleFill: Fill<'appId' | 'appRoles'> = {
  table: 'app_role',
  each: [{ list: 'appRoles', fields: texts({ id: 'id', value: 'value', displayName: 'displayName' }) }],
  columns: (field, role) => ({
    resourceAppId: bare(field.appId),
    id: bare(role('id')),
    value: role('value'),
    displayName: role('displayName'),
  }),
};
