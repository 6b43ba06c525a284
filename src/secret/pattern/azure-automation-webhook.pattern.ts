import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'azure-automation-webhook',
  title: 'Webhook that starts a runbook of Azure Automation',
  system: 'Azure Automation',
  severity: 'high',
  owner: 'owner of the Automation account',
  lifetime: 'as it was made, a year by default, up to ten',
  reset: {
    portal:
      'Azure portal > Automation Accounts > the account > Runbooks > the runbook > Webhooks > the webhook > Delete (or disable), then make a new one',
    command: 'Remove-AzAutomationWebhook -Name <webhook> -ResourceGroupName <group> -AutomationAccountName <account>',
  },
  proof: 'activity log: Microsoft.Automation/automationAccounts/webhooks/delete; jobs of the runbook since the leak',
  references: ['https://learn.microsoft.com/en-us/azure/automation/automation-webhooks'],
  anchors: ['azure-automation.'],
  expression:
    /https:\/\/(?<host>[\w-]{1,63}(?:\.webhook\.[a-z]{2,12})?\.azure-automation\.(?:net|us|cn))\/webhooks\?token=(?<secret>[\w%+/-]{30,120}={0,2})/gi,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: 'https://fa4e1111-2222-4333-8444-555566667777.webhook.we.azure-automation.net/webhooks?token=Faket4aG64x3qhfc90ruJhFAalJRVtOjijAWCbLqos9%3d',
      finds: ['Faket4aG64x3qhfc90ruJhFAalJRVtOjijAWCbLqos9%3d'],
    },
    {
      text: '<https://s2events.azure-automation.net/webhooks?token=FakeNWETQW2G7sMtyolszz1alIR7Z15hoGetfEekBFk%3d>.',
      finds: ['FakeNWETQW2G7sMtyolszz1alIR7Z15hoGetfEekBFk%3d'],
    },
    { text: 'https://s2events.azure-automation.net/webhooks?token=<token>', finds: [] },
  ],
};

export default pattern;
