import { sql } from '../../store/sql.ts';
import { defineDirectorySource } from '../directory-source.ts';
import { json, text, texts } from '../source.ts';
import { isSetting, settingFill } from './setting-fill.ts';

const policyId = '00000000-0000-0000-0000-000000000005';
const settings = settingFill('identitySecurityDefaultsEnforcementPolicy');

/** Graph `policies/identitySecurityDefaultsEnforcementPolicy`. It has no field of its own: its id tells it from other policies. */
export default defineDirectorySource({
  id: 'security-defaults-policy-graph',
  title: 'Security defaults as Graph gives them (JSON)',
  reference: 'https://learn.microsoft.com/graph/api/resources/identitysecuritydefaultsenforcementpolicy',
  table: 'directory',
  fields: {
    ...texts({ id: 'id', displayName: 'displayName', description: 'description', isEnabled: 'isEnabled' }),
    applicationRestrictions: json('applicationRestrictions'),
    servicePrincipalRestrictions: json('servicePrincipalRestrictions'),
    restrictions: json('restrictions'),
    rolePermissions: json('rolePermissions'),
    templateId: text('templateId'),
    feature: text('feature'),
    definition: json('definition'),
    conditions: json('conditions'),
    rules: json('rules'),
    severity: text('severity'),
    scope: json('scope'),
    value: text('value'),
    appId: text('appId'),
    state: text('state'),
  },
  requires: [['id'], ['displayName'], ['description'], ['isEnabled']],
  excludes: [
    'applicationRestrictions',
    'servicePrincipalRestrictions',
    'restrictions',
    'rolePermissions',
    'templateId',
    'feature',
    'definition',
    'conditions',
    'rules',
    'severity',
    'scope',
    'value',
    'appId',
    'state',
  ],
  fills: [{ ...settings, where: (field, item) => sql`${field.id} = ${policyId} and ${isSetting(item('path'))}` }],
  examples: [
    {
      name: 'they are off',
      record: {
        '@odata.context':
          'https://graph.microsoft.com/v1.0/$metadata#policies/identitySecurityDefaultsEnforcementPolicy/$entity',
        id: policyId,
        displayName: 'Security Defaults',
        description: 'Security defaults is a set of basic identity security mechanisms.',
        isEnabled: false,
      },
      becomes: {
        setting: [
          { policy: 'identitySecurityDefaultsEnforcementPolicy', object: 'policy', path: 'id', value: policyId },
          { path: 'displayname' },
          { path: 'description' },
          { path: 'isenabled', value: 'false' },
        ],
      },
    },
    {
      name: 'a rollout of a feature is none',
      record: { id: 'r', displayName: 'Staged', description: 'x', isEnabled: true, feature: 'passwordHashSync' },
      becomes: undefined,
    },
  ],
});
