import { sql } from '../../store/sql.ts';
import { bare, defineDirectorySource } from '../directory-source.ts';
import { json, sameNamed, texts } from '../source.ts';

/** `Get-ApplicationAccessPolicy`: to which mailboxes an application is limited. */
export default defineDirectorySource({
  id: 'application-access-policy-exchange',
  title: 'Application access policies from Exchange Online PowerShell (JSON)',
  reference: 'https://learn.microsoft.com/powershell/module/exchange/get-applicationaccesspolicy',
  table: 'directory',
  fields: {
    appId: json('AppId'),
    ...texts({ right: 'AccessRight', scopeName: 'ScopeName', scopeIdentity: 'ScopeIdentity' }),
  },
  requires: [['appId'], ['right'], ['scopeName', 'scopeIdentity']],
  fills: [
    {
      table: 'application_access_policy',
      // One id, or a list of several.
      each: [{ isTree: true, list: 'appId' }],
      columns: (field, id) => ({
        ...sameNamed(field, ['right']),
        appId: bare(id('value')),
        scope: sql`coalesce(nullif(${field.scopeName}, ''), ${field.scopeIdentity})`,
      }),
    },
  ],
  examples: [
    {
      name: 'one application, mail of one group only',
      record: {
        ScopeName: 'Rooms20240110',
        ScopeIdentity: 'Rooms20240110',
        Identity: 'g\\1111aaaa:S-1-5-21-1-2-3-9;p',
        AppId: '1111AAAA-0000-4000-8000-000000000001',
        ScopeIdentityRaw: 'S-1-5-21-1-2-3-9;g',
        Description: '',
        AccessRight: 'RestrictAccess',
        IsValid: true,
      },
      becomes: {
        application_access_policy: [
          { appId: '1111aaaa-0000-4000-8000-000000000001', right: 'RestrictAccess', scope: 'Rooms20240110' },
        ],
      },
    },
    {
      name: 'two applications, kept from a group',
      record: { AppId: ['A1', 'A2'], AccessRight: 'DenyAccess', ScopeName: 'Board' },
      becomes: {
        application_access_policy: [{ appId: 'a1', right: 'DenyAccess', scope: 'Board' }, { appId: 'a2' }],
      },
    },
  ],
});
