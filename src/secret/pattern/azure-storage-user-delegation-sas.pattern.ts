import type { SecretPattern } from '../pattern.ts';
import { kindOfStorageSas, storageSas } from '../storage-sas.ts';

const pattern: SecretPattern = {
  kind: 'azure-storage-user-delegation-sas',
  title: 'User delegation signature of Azure Storage',
  system: 'Azure Storage',
  severity: 'high',
  owner: 'the identity in skoid=; owner of the storage account',
  lifetime: 'until the date in se=, at most 7 days',
  reset: {
    portal:
      'Azure portal > Storage accounts > the account: revoke the user delegation keys by command, or take the role from the identity in skoid=',
    command: 'az storage account revoke-delegation-keys --name <account> --resource-group <group>',
  },
  proof:
    'activity log: Microsoft.Storage/storageAccounts/revokeUserDelegationKeys/action; storage logs with AuthenticationType SAS and the object id of the delegator',
  references: ['https://learn.microsoft.com/en-us/rest/api/storageservices/create-user-delegation-sas'],
  anchors: ['sig='],
  expression: storageSas,
  reach: { before: 720, after: 560 },
  isSecret: (secret, groups) => kindOfStorageSas(secret, groups) === 'user-delegation',
  examples: [
    {
      text: 'https://fakestore.blob.core.windows.net/drop/a.csv?sp=r&st=2024-01-01T00:00:00Z&se=2024-01-05T00:00:00Z&skoid=fa4ef9c9-75ea-4316-ae0a-f1a6b0e7733c&sktid=fa4e12c4-6c25-45c2-a0de-1846e635411e&skt=2024-01-01T00:00:00Z&ske=2024-01-05T00:00:00Z&sks=b&skv=2022-11-02&sv=2022-11-02&sr=b&sig=Fake6C4u9xaChDU2ricktIKZgIoz9lDaidLycjsbV2Q%3D',
      finds: ['Fake6C4u9xaChDU2ricktIKZgIoz9lDaidLycjsbV2Q%3D'],
    },
    {
      text: 'https://fakestore.blob.core.windows.net/drop?sp=r&se=2030-01-01&sv=2022-11-02&sr=c&sig=FakeO4XPU8MqMaC4TqfEoLh2k62R6wzz94fogntsWhg%3D',
      finds: [],
    },
  ],
};

export default pattern;
