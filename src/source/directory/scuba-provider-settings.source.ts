import { sql } from '../../store/sql.ts';
import { defineDirectorySource } from '../directory-source.ts';
import { scubaApplicationExamples } from './scuba-application-examples.ts';
import { scubaApplicationFills } from './scuba-applications.ts';
import { scubaExamples } from './scuba-examples.ts';
import { scubaFields } from './scuba-fields.ts';
import { scubaRoleFills } from './scuba-roles.ts';
import { scubaSettingFills, takenAt } from './scuba-settings.ts';

/**
 * `ProviderSettingsExport.json` of CISA's ScubaGear: one object for the whole tenant. `ScubaResults_….json` has the same under
 * the key `Raw`, where it is found as in any envelope.
 */
export default defineDirectorySource({
  id: 'scuba-provider-settings',
  title: 'ScubaGear: ProviderSettingsExport and ScubaResults (JSON)',
  reference: 'https://github.com/cisagov/ScubaGear',
  table: 'directory',
  fields: scubaFields,
  requires: [['baselineVersion'], ['moduleVersion'], ['tenantDetails']],
  tenant: (field) => sql`coalesce(unfolded_list(${field.tenantDetails}) ->> '$[0].TenantId', ${field.tenantId})`,
  taken: takenAt,
  fills: [...scubaSettingFills, ...scubaRoleFills, ...scubaApplicationFills],
  examples: [...scubaExamples, ...scubaApplicationExamples],
});
