import { sql } from '../../store/sql.ts';
import { bare, defineDirectorySource } from '../directory-source.ts';
import { sameNamed, texts } from '../source.ts';

/** `Get-ServicePrincipal` of Exchange Online: applications that can have management roles there. */
export default defineDirectorySource({
  id: 'service-principal-exchange',
  title: 'Service principals from Exchange Online PowerShell (Get-ServicePrincipal, JSON)',
  reference: 'https://learn.microsoft.com/powershell/module/exchange/get-serviceprincipal',
  table: 'directory',
  fields: texts({
    appId: 'AppId',
    objectId: 'ObjectId',
    serviceId: 'ServiceId',
    displayName: 'DisplayName',
    sid: 'Sid',
    exchangeVersion: 'ExchangeVersion',
    exchangeObjectId: 'ExchangeObjectId',
    organizationalUnitRoot: 'OrganizationalUnitRoot',
    servicePrincipalType: 'ServicePrincipalType',
  }),
  requires: [
    ['appId'],
    ['objectId', 'serviceId'],
    ['sid', 'exchangeVersion', 'exchangeObjectId', 'organizationalUnitRoot'],
  ],
  excludes: ['servicePrincipalType'],
  fills: [
    {
      table: 'exchange_service_principal',
      columns: (field) => ({
        ...sameNamed(field, ['displayName']),
        objectId: bare(sql`coalesce(nullif(${field.objectId}, ''), ${field.serviceId})`),
        appId: bare(field.appId),
      }),
    },
  ],
  examples: [
    {
      name: 'an application',
      record: {
        DisplayName: 'Room reader',
        AppId: '1111AAAA-0000-4000-8000-000000000001',
        ObjectId: '5555AAAA-0000-4000-8000-000000000001',
        Sid: 'S-1-5-21-1-2-3-4',
        Identity: '5555aaaa-0000-4000-8000-000000000001',
        Id: '5555aaaa-0000-4000-8000-000000000001',
        ExchangeVersion: '0.20 (15.0.0.0)',
      },
      becomes: {
        exchange_service_principal: [
          {
            objectId: '5555aaaa-0000-4000-8000-000000000001',
            appId: '1111aaaa-0000-4000-8000-000000000001',
            displayName: 'Room reader',
          },
        ],
        service_principal: [],
      },
    },
    {
      name: 'one of the directory is none',
      record: { ObjectId: 'o', AppId: 'a', DisplayName: 'x' },
      becomes: undefined,
    },
  ],
});
