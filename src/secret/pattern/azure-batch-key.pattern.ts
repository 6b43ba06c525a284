import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'azure-batch-key',
  title: 'Access key of an Azure Batch account',
  system: 'Azure Batch',
  severity: 'high',
  owner: 'owner of the Batch account',
  lifetime: 'until regenerated',
  reset: {
    portal: 'Azure portal > Batch accounts > the account > Keys > Regenerate primary and secondary',
    command: 'az batch account keys renew --name <account> --resource-group <group> --key-name primary',
  },
  proof: 'activity log: Microsoft.Batch/batchAccounts/regeneratekeys/action',
  references: ['https://learn.microsoft.com/en-us/azure/batch/batch-account-create-portal'],
  anchors: ['+ABa', 'batch.azure.com'],
  expression:
    /(?<![A-Za-z0-9+/])(?<secret>[A-Za-z0-9+/]{76}\+ABa[A-Za-z0-9+/]{5}[AQgw]==|(?<=(?<host>[\w-]{3,24}\.[\w-]{3,30}\.batch\.azure\.com)[^<>]{0,120}key["']?\s{0,3}[:=]\s{0,3}["']?)[A-Za-z0-9+/]{86}==)(?![A-Za-z0-9+/=])/gi,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: 'batch key FakeWhP8/QV8Ea6exrMqB8RO+VLx5xKF0Z9v33U+BAyAxo+EP2ZEmUk4utT5vwCMubDoolrosZVd+ABaqcBbwg==.',
      finds: ['FakeWhP8/QV8Ea6exrMqB8RO+VLx5xKF0Z9v33U+BAyAxo+EP2ZEmUk4utT5vwCMubDoolrosZVd+ABaqcBbwg=='],
    },
    {
      text: 'https://fakebatch.westeurope.batch.azure.com\nkey: FakeMoJoRUVvMQd/oszV1L+HBhBFRlTbftk87FuaB5CtZS1O1bmdBwJlOvUbsRkpTfDFgz2KT3QBT4+db/cq/d==',
      finds: ['FakeMoJoRUVvMQd/oszV1L+HBhBFRlTbftk87FuaB5CtZS1O1bmdBwJlOvUbsRkpTfDFgz2KT3QBT4+db/cq/d=='],
    },
    { text: 'https://fakebatch.westeurope.batch.azure.com key: <primary>', finds: [] },
  ],
};

export default pattern;
