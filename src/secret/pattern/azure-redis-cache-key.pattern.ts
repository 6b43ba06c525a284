import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'azure-redis-cache-key',
  title: 'Access key of Azure Cache for Redis',
  system: 'Azure Cache for Redis',
  severity: 'high',
  owner: 'owner of the cache',
  lifetime: 'until regenerated',
  reset: {
    portal:
      'Azure portal > Azure Cache for Redis > the cache > Authentication > Access keys > Regenerate primary and secondary',
    command: 'az redis regenerate-keys --name <cache> --resource-group <group> --key-type Primary',
  },
  proof: 'activity log: Microsoft.Cache/redis/regenerateKey/action; diagnostic log ConnectedClientList',
  references: ['https://learn.microsoft.com/en-us/azure/azure-cache-for-redis/cache-configure'],
  anchors: ['AzCa', 'redis.cache.'],
  expression:
    /(?<![A-Za-z0-9+/])(?<secret>[A-Za-z0-9+/]{33}AzCa[A-P][A-Za-z0-9+/]{5}=|(?<=(?<host>[\w-]{1,63}\.redis\.cache\.(?:windows\.net|usgovcloudapi\.net|chinacloudapi\.cn))(?::\d{4,5})?,[\w=,]{0,60}password=)[A-Za-z0-9+/]{43}=)(?![A-Za-z0-9+/=])/g,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: 'fake-cache.redis.cache.windows.net:6380,password=FakeGujOUU67Aio9Gobl+LAd8PK6HkqRWE/qEFAdxIX=,ssl=True,abortConnect=False',
      finds: ['FakeGujOUU67Aio9Gobl+LAd8PK6HkqRWE/qEFAdxIX='],
    },
    {
      text: 'Redis key: Fake2c8tqXqt9GMOj6GJHXOTNACXsxRrlAzCaB7rdQZ=.',
      finds: ['Fake2c8tqXqt9GMOj6GJHXOTNACXsxRrlAzCaB7rdQZ='],
    },
    { text: 'fake-cache.redis.cache.windows.net:6380,password=<key>,ssl=True', finds: [] },
  ],
};

export default pattern;
