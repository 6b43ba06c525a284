import { unknownTenant } from '../../directory/tenant-of-file.ts';
import { sql } from '../../store/sql.ts';
import type { Edge } from '../edge.ts';

const edge: Edge = {
  edge: 'guest-account',
  title: 'is a guest in another tenant',
  cost: 1,
  why: 'A guest signs in with the account of his home tenant. Who controls it there is the guest here.',
  abuse:
    'Whoever takes over the account at home enters the other tenant with all that the guest has there. The second factor may count as done at home.',
  close: {
    portal:
      'In the tenant of the guest: Entra admin center > Users > the guest > Delete; or External Identities > Cross-tenant access settings > Inbound',
    command: 'Remove-MgUser -UserId <guest id>',
  },
  references: [
    'https://learn.microsoft.com/en-us/entra/external-id/user-properties',
    'https://learn.microsoft.com/en-us/entra/external-id/cross-tenant-access-overview',
  ],
  // A guest's name is that at home with `_` for `@`, then `#EXT#`; a domain has no `_`. A guest without `#EXT#` has a password of his own.
  rows: sql`
    with guest as (
      select g.tenantId, g.id, g.file_id, g.record,
        unnest(list_distinct([g.mail, regexp_replace(split_part(g.userPrincipalName, '#ext#', 1), '_([^_]+)$', '@\\1')])) as name
      from now_user g where contains(g.userPrincipalName, '#ext#') and g.accountEnabled is distinct from false
    ), home as (
      select u.tenantId, u.id, u.userPrincipalName, unnest(list_distinct([u.userPrincipalName, u.mail])) as name
      from now_user u where not contains(u.userPrincipalName, '#ext#') and u.userType is distinct from 'Guest'
    )
    select g.tenantId, h.id as "from", g.id as "to", h.userPrincipalName || ' of tenant ' || h.tenantId || ' is a guest here' as because, g.file_id, g.record
    from guest g join home h on h.name = g.name and h.tenantId <> g.tenantId
    where not (starts_with(h.tenantId, ${unknownTenant}) and starts_with(g.tenantId, ${unknownTenant}))`,
  examples: [
    {
      name: 'by name and by address; a guest from elsewhere, one that is disabled, one with a password of its own',
      records: [
        user('home', { id: 'u1', userPrincipalName: 'nora_lind@frostline.example' }),
        user('home', { id: 'u2', userPrincipalName: 'gil@frostline.example', mail: 'gil.frost@frostline.example' }),
        user('home', { id: 'u3', userPrincipalName: 'kim@frostline.example', mail: 'kim@frostline.example' }),
        user('other', {
          id: 'g1',
          userPrincipalName: 'nora_lind_frostline.example#EXT#@harbour.example',
          userType: 'Guest',
        }),
        user('other', {
          id: 'g2',
          userPrincipalName: 'gil.f_old.example#EXT#@harbour.example',
          mail: 'gil.frost@frostline.example',
          userType: 'Guest',
        }),
        user('other', { id: 'g3', userPrincipalName: 'eve_partner.example#EXT#@harbour.example', userType: 'Guest' }),
        user('other', {
          id: 'g4',
          userPrincipalName: 'kim_frostline.example#EXT#@harbour.example',
          userType: 'Guest',
          accountEnabled: false,
        }),
        user('other', {
          id: 'g5',
          userPrincipalName: 'kim@harbour.example',
          mail: 'kim@frostline.example',
          userType: 'Guest',
        }),
      ],
      edges: ['u1 -> g1', 'u2 -> g2'],
    },
  ],
};

function user(tenantId: string, data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return { kind: 'AZUser', data: { userType: 'Member', accountEnabled: true, ...data, tenantId } };
}

export default edge;
