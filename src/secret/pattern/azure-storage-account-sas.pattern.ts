import type { SecretPattern } from '../pattern.ts';
import { kindOfStorageSas, storageSas } from '../storage-sas.ts';

const pattern: SecretPattern = {
  kind: 'azure-storage-account-sas',
  title: 'Shared access signature of a whole storage account',
  system: 'Azure Storage',
  severity: 'critical',
  owner: 'owner of the storage account',
  lifetime: 'until the date in se=, often years',
  reset: {
    portal:
      'it cannot be revoked by itself: Azure portal > Storage accounts > the account > Access keys > Rotate the key it was signed with (both, if nobody knows which)',
    command: 'az storage account keys renew --account-name <account> --key primary',
  },
  proof:
    'activity log: "Regenerate Storage Account Keys"; storage logs with AuthenticationType SAS and the signature hash in AuthenticationHash',
  references: [
    'https://learn.microsoft.com/en-us/azure/storage/common/storage-sas-overview',
    'https://learn.microsoft.com/en-us/rest/api/storageservices/create-account-sas',
  ],
  anchors: ['sig='],
  expression: storageSas,
  reach: { before: 720, after: 560 },
  isSecret: (secret, groups) => kindOfStorageSas(secret, groups) === 'account',
  examples: [
    {
      text: 'https://fakestore.blob.core.windows.net/?sv=2022-11-02&ss=bfqt&srt=sco&sp=rwdlacup&se=2030-01-01T00:00:00Z&st=2023-01-01T00:00:00Z&spr=https&sig=FakeUwkrPOFUhpT6CACiFuFZ6Afxsom040tkT8ANabi%3D',
      finds: ['FakeUwkrPOFUhpT6CACiFuFZ6Afxsom040tkT8ANabi%3D'],
    },
    {
      text: 'The token is ?sv=2022-11-02&ss=b&srt=o&sp=r&se=2030-01-01&sig=FakecWzJUAqQMGwfWMf3%2FFakeY0P3wInIJNa1OnCk2y%3D. Regards',
      finds: ['FakecWzJUAqQMGwfWMf3%2FFakeY0P3wInIJNa1OnCk2y%3D'],
    },
    { text: 'https://contoso.com/?page=1&sig=Fake63SPww9WE9GZT0SgkqN0STny10iN8l6Ws68Qhzi%3D', finds: [] },
    {
      text: 'https://fakestore.blob.core.windows.net/?sv=2022-11-02&ss=b&srt=o&sp=r&se=2030-01-01&sig=REDACTED',
      finds: [],
    },
  ],
};

export default pattern;
