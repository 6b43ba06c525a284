import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'azure-storage-connection-string',
  title: 'Connection string of an Azure storage account',
  system: 'Azure Storage',
  severity: 'critical',
  owner: 'owner of the storage account',
  lifetime: 'until the key in it is regenerated',
  reset: {
    portal:
      'Azure portal > Storage accounts > the account > Access keys > Rotate key (both, one after the other); better: disallow access by key',
    command: 'az storage account keys renew --account-name <account> --key primary',
  },
  proof:
    'activity log: "Regenerate Storage Account Keys" (Microsoft.Storage/storageAccounts/regenerateKey/action); storage logs with AuthenticationType AccountKey',
  references: [
    'https://learn.microsoft.com/en-us/azure/storage/common/storage-configure-connection-string',
    'https://learn.microsoft.com/en-us/azure/storage/common/storage-account-keys-manage',
  ],
  anchors: ['AccountKey'],
  // What stands before the key is read backwards from it.
  expression:
    /(?=AccountKey)(?<=(?:AccountName\s{0,2}=\s{0,2}(?<account>[a-z0-9]{3,24})\s{0,2})?;[\s"'+\\n]{0,12})(?<!documents\.azure\.(?:com|us|cn)(?::443)?\/?;\s{0,4})AccountKey\s{0,2}=\s{0,2}(?<secret>[A-Za-z0-9+/]{60,100}={0,2})(?![A-Za-z0-9+/=])(?:;[^"'<>\s]{0,80}?EndpointSuffix=(?<host>[a-z.]{8,40}))?/gi,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: 'DefaultEndpointsProtocol=https;AccountName=fakestore01;AccountKey=Fake/I/Zqs4uV7s9L4XnNujabDsrIcoruKZBRkBl5eHl9EtRlCuD2aFIk6tEw2shEE8j78l8293lhnVwvP9t1C==;EndpointSuffix=core.windows.net',
      finds: ['Fake/I/Zqs4uV7s9L4XnNujabDsrIcoruKZBRkBl5eHl9EtRlCuD2aFIk6tEw2shEE8j78l8293lhnVwvP9t1C=='],
    },
    {
      text: 'DefaultEndpointsProtocol=https;AccountName=fakestore;\nAccountKey=FakeM6iv/RIV3Dva/CF/ZM2F4aSGVHhHC5SZs6Uz2q749EDnYgHq84ZDBHzu43gUHX8RoLPjD0B9+AStfb/FYQ==.',
      finds: ['FakeM6iv/RIV3Dva/CF/ZM2F4aSGVHhHC5SZs6Uz2q749EDnYgHq84ZDBHzu43gUHX8RoLPjD0B9+AStfb/FYQ=='],
    },
    {
      text: 'DefaultEndpointsProtocol=https;AccountName=name;AccountKey=<your key>;EndpointSuffix=core.windows.net',
      finds: [],
    },
    {
      text: 'AccountEndpoint=https://fake.documents.azure.com:443/;AccountKey=FakeM9zyV9T9z2SyJ8MTzaD85jHGmizqrgyMa86o1VJyNWUFDMq3IWI7Phbyf4xYAUD7PI3cjpshzzYy8d6CaG==;',
      finds: [],
    },
  ],
};

export default pattern;
