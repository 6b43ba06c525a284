import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'databricks-token',
  title: 'Personal access token of Databricks',
  system: 'Databricks',
  severity: 'critical',
  owner: 'user or service principal of the token',
  lifetime: 'as it was made, at most 730 days',
  reset: {
    portal:
      'Databricks workspace > Settings > Developer > Access tokens > Revoke; an administrator: token management API',
    command: 'databricks tokens delete <token id>',
  },
  proof: 'audit log (system.access.audit): revokeDbToken, tokenLogin',
  references: ['https://docs.databricks.com/aws/en/dev-tools/auth/pat'],
  anchors: ['dapi'],
  expression: /(?<![A-Za-z0-9])(?<secret>dapi(?=[0-9a-f]{0,31}\d)[0-9a-f]{32}(?:-\d{1,2})?)(?![\w-])/gi,
  isSecret: (secret) => !isInvented(secret.slice(4)) || /[a-f]\d|\d[a-f]/i.test(secret.slice(4, 36)),
  shownCharacters: 4,
  examples: [
    {
      text: "DATABRICKS_TOKEN: 'dapifa4ec0809b00d5839b2a4a6dfcfd71aa-2'",
      finds: ['dapifa4ec0809b00d5839b2a4a6dfcfd71aa-2'],
    },
    { text: 'dapiDataGetTopLongShortPositionRatio', finds: [] },
  ],
};

export default pattern;
