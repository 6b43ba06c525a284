import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'azure-storage-account-key',
  title: 'Access key of an Azure storage account',
  system: 'Azure Storage',
  severity: 'critical',
  owner: 'owner of the storage account',
  lifetime: 'until regenerated',
  reset: {
    portal:
      'Azure portal > Storage accounts > the account > Access keys > Rotate key (both, one after the other); better: disallow access by key',
    command: 'az storage account keys renew --account-name <account> --key primary',
  },
  proof:
    'activity log: "Regenerate Storage Account Keys" (Microsoft.Storage/storageAccounts/regenerateKey/action); storage logs with AuthenticationType AccountKey',
  references: ['https://learn.microsoft.com/en-us/azure/storage/common/storage-account-keys-manage'],
  anchors: [
    '+ASt',
    'account key',
    'accountkey',
    'account_key',
    'storage key',
    'storagekey',
    'storage_key',
    'access key',
    'access_key',
  ],
  // 64 bytes in base64, since 2021 with a signature of the service in them. What stands in a connection string is another kind.
  expression:
    /(?<![A-Za-z0-9+/])(?<!;\s{0,4}AccountKey=)(?<secret>[A-Za-z0-9+/]{76}\+ASt[A-Za-z0-9+/]{5}[AQgw]==|(?=[A-Za-z0-9+/]{86}==)(?<=(?:storage|account|access)[ _-]?(?:account[ _-]?)?key[ _]?\d?["']?(?: is|:| =|=| :){1,2}[\s"'<]{0,3})[A-Za-z0-9+/]{86}==)(?![A-Za-z0-9+/=])/gi,
  reach: { before: 110, after: 160 },
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: 'Hi, here is the key: FakeVW3yMg0Dhi0vMD9z+Xa+AUJZPBBnNJY/WpnmF2nqylLIpJI9gT0L5uZdjYbmrAgn9z8VXYuH+AStn9NLMQ==.',
      finds: ['FakeVW3yMg0Dhi0vMD9z+Xa+AUJZPBBnNJY/WpnmF2nqylLIpJI9gT0L5uZdjYbmrAgn9z8VXYuH+AStn9NLMQ=='],
    },
    {
      text: '> storage_account_key = "FakeoEuOJmYytkyRUgOCLiWi4P8jvbiDKq9edwqDiaLYxOnzm+cnQdasrDcobsHUnGZGdSpDocQVxJUYJDFX5+=="',
      finds: ['FakeoEuOJmYytkyRUgOCLiWi4P8jvbiDKq9edwqDiaLYxOnzm+cnQdasrDcobsHUnGZGdSpDocQVxJUYJDFX5+=='],
    },
    {
      text: 'AccountName=fakestore;AccountKey=Fake0j33r1Ux2UIaQV6P4ayJTW5+H09fdBjSYeg1tozkNHBcNi+GQ0UeeNkYiddACPFtzdZ7AqYp+AStINgDaQ==;EndpointSuffix=core.windows.net',
      finds: [],
    },
    {
      text: 'storage key: AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==',
      finds: [],
    },
    {
      text: 'the hash of the file is FakeCixavFPboGHDRtCmZMiPtwTKwtbqwgp9FvXhQPq/8dxz2hwjfh1tyK5k3TTKi0v5sNca3TBv1FlHqaXBK+==',
      finds: [],
    },
  ],
};

export default pattern;
