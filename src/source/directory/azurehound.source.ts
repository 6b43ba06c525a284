import { defineDirectorySource } from '../directory-source.ts';
import { applicationFills } from './azurehound-applications.ts';
import { azurehoundExamples } from './azurehound-examples.ts';
import { azurehoundFields } from './azurehound-fields.ts';
import { peopleFills } from './azurehound-people.ts';
import { azurehoundRoleExamples } from './azurehound-role-examples.ts';
import { roleFills } from './azurehound-roles.ts';

/** Output of AzureHound, `{"data":[{"kind":"AZUser","data":{…}},…],"meta":{…}}`. Kinds of Azure resources give no row. */
export default defineDirectorySource({
  id: 'azurehound',
  title: 'AzureHound (JSON)',
  reference: 'https://bloodhound.specterops.io/collect-data/ce-collection/azurehound',
  table: 'directory',
  fields: azurehoundFields,
  requires: [['kind'], ['data']],
  // Kubernetes has objects with the same two keys.
  excludes: ['apiVersion'],
  kind: (field) => field.kind,
  tenant: (field) => field.tenantId,
  fills: [...peopleFills, ...applicationFills, ...roleFills],
  examples: [...azurehoundExamples, ...azurehoundRoleExamples],
});
