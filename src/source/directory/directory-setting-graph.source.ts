import { sql } from '../../store/sql.ts';
import { defineDirectorySource } from '../directory-source.ts';
import { json, texts } from '../source.ts';

/** Graph `groupSettings` (beta `settings`): settings of the directory that were changed, such as those of consent. */
export default defineDirectorySource({
  id: 'directory-setting-graph',
  title: 'Directory settings as Graph gives them (JSON)',
  reference: 'https://learn.microsoft.com/graph/api/resources/groupsetting',
  table: 'directory',
  fields: {
    ...texts({ templateId: 'templateId', displayName: 'displayName' }),
    values: json('values'),
  },
  requires: [['templateId'], ['displayName'], ['values']],
  fills: [
    {
      table: 'setting',
      each: [{ list: 'values', fields: texts({ name: 'name', value: 'value' }) }],
      columns: (field, value) => ({
        policy: field.displayName,
        object: sql`'policy'`,
        path: sql`lower(${value('name')})`,
        value: value('value'),
      }),
    },
  ],
  examples: [
    {
      name: 'settings of consent',
      record: {
        id: 's1',
        displayName: 'Consent Policy Settings',
        templateId: 'dffd5d46-495d-40a9-8e21-954ff55e198a',
        values: [
          { name: 'EnableGroupSpecificConsent', value: 'False' },
          { name: 'ConstrainGroupSpecificConsentToMembersOfGroupId', value: '' },
        ],
      },
      becomes: {
        setting: [
          {
            policy: 'Consent Policy Settings',
            object: 'policy',
            path: 'enablegroupspecificconsent',
            value: 'False',
          },
          { path: 'constraingroupspecificconsenttomembersofgroupid', value: '' },
        ],
      },
    },
    {
      name: 'by PowerShell, one value as an object',
      record: {
        Id: 's2',
        DisplayName: 'Group.Unified',
        TemplateId: '62375ab9-6b52-47ed-826b-58e47e0e304b',
        Values: { Name: 'AllowGuestsToBeGroupOwner', Value: 'true' },
      },
      becomes: { setting: [{ policy: 'Group.Unified', path: 'allowgueststobegroupowner', value: 'true' }] },
    },
    {
      name: 'a template of settings is none',
      record: { id: 't', displayName: 'Group.Unified', values: [{ name: 'x', defaultValue: 'y' }] },
      becomes: undefined,
    },
  ],
});
