import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'azure-log-analytics-workspace-key',
  title: 'Shared key of a Log Analytics workspace',
  system: 'Azure Monitor Logs, Microsoft Sentinel',
  severity: 'high',
  owner: 'owner of the workspace',
  lifetime: 'until regenerated',
  reset: {
    portal:
      'Azure portal > Log Analytics workspaces > the workspace > Agents > Log Analytics agent instructions > Regenerate primary and secondary key; a stranger can write false records with it until then',
    command:
      'az monitor log-analytics workspace get-shared-keys (to read); Invoke-AzRestMethod -Method POST -Path <id of the workspace>/regenerateSharedKey?api-version=2020-08-01',
  },
  proof:
    'activity log: Microsoft.OperationalInsights/workspaces/regenerateSharedKey/action; table Heartbeat and the custom tables for strange senders',
  references: ['https://learn.microsoft.com/en-us/azure/azure-monitor/logs/data-collector-api'],
  anchors: ['workspace', 'sharedkey', 'shared key', 'shared_key', 'OPINSIGHTS'],
  expression:
    /(?:workspace[ _-]?(?:shared[ _-]?|primary[ _-]?)?key|OPINSIGHTS_WORKSPACE_KEY|(?:shared|primary|secondary)[ _-]?key(?<=workspace[\s\S]{0,200}))["']?(?: is)?\s{0,3}[:=]?\s{0,3}["'<]?(?<secret>[A-Za-z0-9+/]{86}==)/gi,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: 'Workspace ID: fa4e9f9d-74b9-4625-a65d-9edf2c337e2b\nPrimary key: FakeZ27TZkl39KovqXaa4JmzB0a7wagQ8MYLnSj40NvOA+3ECzwqENlgvuTPjEdIwuTCFurzGAZsrOp1GfGA0K==',
      finds: ['FakeZ27TZkl39KovqXaa4JmzB0a7wagQ8MYLnSj40NvOA+3ECzwqENlgvuTPjEdIwuTCFurzGAZsrOp1GfGA0K=='],
    },
    {
      text: 'OPINSIGHTS_WORKSPACE_KEY="FakegPO7yK+W8vKKEZXvMWe+sPzoLZFfjA0z1t6fmBgU2gD/5cqkRC4wiG4imSJu7BIRmVVS4Vz/nmHnZjVdMs=="',
      finds: ['FakegPO7yK+W8vKKEZXvMWe+sPzoLZFfjA0z1t6fmBgU2gD/5cqkRC4wiG4imSJu7BIRmVVS4Vz/nmHnZjVdMs=='],
    },
    { text: 'Workspace ID: fa4e2ebb-70f0-4f08-a961-39373459e1c2, workspace key: see the vault', finds: [] },
  ],
};

export default pattern;
