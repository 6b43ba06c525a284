import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'azure-cosmos-db-key',
  title: 'Key of an Azure Cosmos DB account',
  system: 'Azure Cosmos DB',
  severity: 'critical',
  owner: 'owner of the Cosmos DB account',
  lifetime: 'until regenerated',
  reset: {
    portal:
      'Azure portal > Azure Cosmos DB > the account > Keys > Regenerate (secondary first, change to it, then primary; read-only keys as well)',
    command: 'az cosmosdb keys regenerate --name <account> --resource-group <group> --key-kind primary',
  },
  proof:
    'activity log: "Regenerate Azure Cosmos DB account key" (Microsoft.DocumentDB/databaseAccounts/regenerateKey/action); diagnostic log DataPlaneRequests by key type',
  references: ['https://learn.microsoft.com/en-us/azure/cosmos-db/secure-access-to-data'],
  anchors: ['ACDb', 'documents.azure.', 'mongo.cosmos.azure.com'],
  expression:
    /(?<![A-Za-z0-9+/])(?<secret>[A-Za-z0-9+/]{76}ACDb[A-Za-z0-9+/]{5}[AQgw]==|(?<=(?<host>[\w-]{3,50}\.documents\.azure\.(?:com|us|cn))(?::443)?\/?["']?[;,\s]{1,6}[\w\s"']{0,40}[:=]\s{0,3}["']?)[A-Za-z0-9+/]{86}==|(?<=mongodb:\/\/[\w-]{3,50}:)[A-Za-z0-9+/%]{86,100}(?:==|%3[dD]%3[dD])(?=@(?:[\w-]{3,50}\.mongo\.cosmos\.azure\.com)))(?![A-Za-z0-9+/=])/g,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: 'AccountEndpoint=https://fake-db.documents.azure.com:443/;AccountKey=FakeZf3EgL6+FjaggWC1x2JQe8tCyUezWpD8w5BhXNCFgqPVArdOxtl9MpESSP3Ph1WvZgt4l6WbrqT7DSloeJ==;',
      finds: ['FakeZf3EgL6+FjaggWC1x2JQe8tCyUezWpD8w5BhXNCFgqPVArdOxtl9MpESSP3Ph1WvZgt4l6WbrqT7DSloeJ=='],
    },
    {
      text: '> the read-only one: FakeSRZv0skgQb7YRPz2p9UGKTv+kJe/1oPExekRb0BnxsST7kdJzO6ntQWoPq1FjrxPAw1m4hsGACDbxGYU+A==.',
      finds: ['FakeSRZv0skgQb7YRPz2p9UGKTv+kJe/1oPExekRb0BnxsST7kdJzO6ntQWoPq1FjrxPAw1m4hsGACDbxGYU+A=='],
    },
    {
      text: 'mongodb://fake-db:Fake3TpyhpLcHu1yHJFE5GofB3gDLWGjcdjzfjRUCRJYhC0c9qZWGhpFS3vFygkokSWfAzYLug49pUHWYm00lZ%3D%3D@fake-db.mongo.cosmos.azure.com:10255/?ssl=true',
      finds: ['Fake3TpyhpLcHu1yHJFE5GofB3gDLWGjcdjzfjRUCRJYhC0c9qZWGhpFS3vFygkokSWfAzYLug49pUHWYm00lZ%3D%3D'],
    },
    {
      text: 'AccountEndpoint=https://localhost:8081/;AccountKey=FakeLyLPTnJgjLcIuylhC/80rWNJU5o8LGXKnvsWaJ3/0W5MfA66pyNKeQFpFodEwl4YnB8MmobQi4dFIZv/sj==;',
      finds: [],
    },
    { text: 'AccountEndpoint=https://fake-db.documents.azure.com:443/;AccountKey=your-key;', finds: [] },
  ],
};

export default pattern;
