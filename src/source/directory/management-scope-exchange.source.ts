import { defineDirectorySource } from '../directory-source.ts';
import { text } from '../source.ts';
import { settingFill } from './setting-fill.ts';

/** `Get-ManagementScope`: which recipients a custom scope means. */
export default defineDirectorySource({
  id: 'management-scope-exchange',
  title: 'Management scopes of Exchange from PowerShell (Get-ManagementScope, JSON)',
  reference: 'https://learn.microsoft.com/powershell/module/exchange/get-managementscope',
  table: 'directory',
  fields: {
    name: text('Name'),
    recipientFilter: text('RecipientFilter'),
    scopeRestrictionType: text('ScopeRestrictionType'),
    exclusive: text('Exclusive'),
  },
  requires: [['name'], ['scopeRestrictionType', 'exclusive'], ['recipientFilter', 'scopeRestrictionType']],
  fills: [settingFill('managementScope', { object: (at) => at('name') })],
  examples: [
    {
      name: 'rooms only',
      record: {
        Name: 'Rooms only',
        RecipientRoot: '',
        RecipientFilter: "RecipientTypeDetails -eq 'RoomMailbox'",
        Exclusive: false,
        ScopeRestrictionType: 'RecipientScope',
      },
      becomes: {
        setting: [
          { policy: 'managementScope', object: 'rooms only', path: 'name', value: 'Rooms only' },
          { path: 'recipientroot', value: '' },
          { path: 'recipientfilter', value: "RecipientTypeDetails -eq 'RoomMailbox'" },
          { path: 'exclusive', value: 'false' },
          { path: 'scoperestrictiontype' },
        ],
      },
    },
  ],
});
