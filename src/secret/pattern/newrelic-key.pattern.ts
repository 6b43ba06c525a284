import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'newrelic-key',
  title: 'Key of New Relic',
  system: 'New Relic',
  severity: 'high',
  owner: 'the user or administrator of the New Relic account',
  lifetime: 'until deleted',
  reset: { portal: 'one.newrelic.com > Administration > API keys > the key > Delete' },
  proof: 'NrAuditEvent: api_key.delete',
  references: ['https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/'],
  anchors: ['NRAK-', 'NRII-', 'NRAA-', 'NRJS-', 'NRRA-', 'NRAL'],
  expression:
    /(?<![\w-])(?<secret>NR(?:AK|AA|RA)-[A-Za-z0-9]{27}|NRII-[\w-]{32}|NRJS-[0-9a-f]{19}|[0-9a-f]{36}NRAL)(?![\w-])/g,
  reach: { before: 40, after: 44 },
  isSecret: (secret) => !isInvented(secret),
  examples: [
    { text: '> NEW_RELIC_API_KEY=NRAK-N0TR3ALHE4LV8BWP89LWUMRQ7D3.', finds: ['NRAK-N0TR3ALHE4LV8BWP89LWUMRQ7D3'] },
    {
      text: 'license_key: decafbad10e838954384b41fbcd7e1641239NRAL',
      finds: ['decafbad10e838954384b41fbcd7e1641239NRAL'],
    },
    { text: 'NRAK-key', finds: [] },
  ],
};

export default pattern;
