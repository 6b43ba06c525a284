import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'datadog-key',
  title: 'API key or application key of Datadog',
  system: 'Datadog',
  severity: 'high',
  owner: 'administrator of the Datadog organization',
  lifetime: 'until revoked',
  reset: {
    portal: 'Datadog > Organization Settings > API Keys (or Application Keys) > the key > Revoke',
    command: 'curl -X DELETE https://api.datadoghq.com/api/v2/api_keys/<id>',
  },
  proof: 'Datadog > Audit Trail: API key deleted; last use in the list of keys',
  references: ['https://docs.datadoghq.com/account_management/api-app-keys/'],
  anchors: ['datadog', 'dd-', 'dd_'],
  expression:
    /(?:datadog[^]{0,60}?(?:key|token|secret|password|passwd|pwd|pat)|(?<![\w-])dd[_-](?:api|app|application|client)[_-](?:key|token))["'\])]{0,2}[ \t]{0,4}(?:=>|[:=]|is|ist|to)?[ \t]{0,4}["'<]{0,2}(?<secret>[0-9a-f]{40}|[0-9a-f]{32}|pub[0-9a-f]{32})(?![\w-])/gi,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    { text: 'DD_API_KEY=decafbadf84ca43b6e479c210e54b218', finds: ['decafbadf84ca43b6e479c210e54b218'] },
    {
      text: '> DD-APPLICATION-KEY: decafbadae8e1d0bd79be17464895e02b8283831.',
      finds: ['decafbadae8e1d0bd79be17464895e02b8283831'],
    },
    { text: 'datadog trace decafbad165759ae8c0de202d3f5d105', finds: [] },
  ],
};

export default pattern;
