import { defineDirectorySource } from '../directory-source.ts';
import { conditionalAccessExamples } from './conditional-access-examples.ts';
import { conditionalAccessColumns, conditionalAccessFields } from './conditional-access-fill.ts';
import { atField } from './object-fill.ts';

/** Graph `identity/conditionalAccess/policies`; Goose writes the same, one a line. */
export default defineDirectorySource({
  id: 'conditional-access-policy-graph',
  title: 'Conditional access policies as Graph gives them (JSON)',
  reference: 'https://learn.microsoft.com/graph/api/resources/conditionalaccesspolicy',
  table: 'directory',
  fields: conditionalAccessFields,
  requires: [['id'], ['state'], ['includeUsers', 'includeApplications', 'clientAppTypes', 'includeServicePrincipals']],
  fills: [{ table: 'conditional_access_policy', columns: (field) => conditionalAccessColumns(atField(field)) }],
  examples: conditionalAccessExamples,
});
