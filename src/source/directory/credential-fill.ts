import { sql, type Sql } from '../../store/sql.ts';
import { bare, type Fill, moment } from '../directory-source.ts';
import { text } from '../source.ts';

const credentialFields = {
  keyId: text('keyId'),
  displayName: text('displayName'),
  start: text('startDateTime'),
  end: text('endDateTime'),
};

/** What identifies the owner of credentials in a record of a source. */
interface CredentialOwner<F extends string> {
  readonly ownerType: 'application' | 'servicePrincipal';
  readonly id: F;
  readonly appId: F;
}

/** Secrets, certificates and federated credentials of an application or service principal; the fields hold the lists. */
export function credentialFills<F extends string>(
  owner: CredentialOwner<F>,
  lists: { readonly secrets?: F; readonly certificates?: F; readonly federated?: F },
): Fill<F>[] {
  const common = (field: Readonly<Record<F, Sql>>, type: string): Record<string, Sql> => ({
    ownerId: bare(field[owner.id]),
    ownerType: sql`${owner.ownerType}`,
    appId: bare(field[owner.appId]),
    type: sql`${type}`,
  });
  const dated = (list: F, type: string): Fill<F> => ({
    table: 'credential',
    each: [{ list, fields: credentialFields }],
    columns: (field, item) => ({
      ...common(field, type),
      keyId: bare(item('keyId')),
      displayName: item('displayName'),
      startDateTime: moment(item('start')),
      endDateTime: moment(item('end')),
    }),
  });
  return [
    ...(lists.secrets === undefined ? [] : [dated(lists.secrets, 'secret')]),
    ...(lists.certificates === undefined ? [] : [dated(lists.certificates, 'certificate')]),
    ...(lists.federated === undefined
      ? []
      : [
          {
            table: 'credential',
            each: [
              {
                list: lists.federated,
                fields: { id: text('id'), name: text('name'), issuer: text('issuer'), subject: text('subject') },
              },
            ],
            columns: (field, item) => ({
              ...common(field, 'federated'),
              keyId: bare(item('id')),
              displayName: item('name'),
              issuer: item('issuer'),
              subject: item('subject'),
            }),
          } satisfies Fill<F>,
        ]),
  ];
}
