import type { SecretPattern } from '../pattern.ts';
import { kindOfStorageSas, storageSas } from '../storage-sas.ts';

const pattern: SecretPattern = {
  kind: 'azure-storage-service-sas',
  title: 'Shared access signature of a container, blob, share, queue or table',
  system: 'Azure Storage',
  severity: 'high',
  owner: 'owner of the storage account',
  lifetime: 'until the date in se= or in the stored access policy si=',
  reset: {
    portal:
      'with si=: Azure portal > the container > Access policy > delete that policy; without: Storage accounts > the account > Access keys > Rotate the key it was signed with',
    command: 'az storage container policy delete --account-name <account> --container-name <container> --name <policy>',
  },
  proof:
    'activity log: "Regenerate Storage Account Keys"; storage logs with AuthenticationType SAS and the signature hash in AuthenticationHash',
  references: [
    'https://learn.microsoft.com/en-us/azure/storage/common/storage-sas-overview',
    'https://learn.microsoft.com/en-us/rest/api/storageservices/create-service-sas',
  ],
  anchors: ['sig='],
  expression: storageSas,
  reach: { before: 720, after: 560 },
  isSecret: (secret, groups) => kindOfStorageSas(secret, groups) === 'service',
  examples: [
    {
      text: 'Please upload to <https://fakestore.blob.core.windows.net/drop?sp=racwl&st=2024-01-01T00:00:00Z&se=2030-01-01T00:00:00Z&spr=https&sv=2022-11-02&sr=c&sig=Fakeb570b1L9mIfy6cYiFrxedJqQPIisl5hcQQrXOVo%3D>',
      finds: ['Fakeb570b1L9mIfy6cYiFrxedJqQPIisl5hcQQrXOVo%3D'],
    },
    {
      text: 'https://fakestore.file.core.windows.net/share/x.zip?sv=2022-11-02&amp;si=policy1&amp;sr=f&amp;sig=FakeJJLqwfdi7DXmOEbRupI6tccvnMuhobCTSXR5IfP%3D',
      finds: ['FakeJJLqwfdi7DXmOEbRupI6tccvnMuhobCTSXR5IfP%3D'],
    },
    {
      text: 'https://prod-01.westeurope.logic.azure.com/workflows/x?sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=FakefNu7APTC3A2byzkm3MV9eGLtyf5HZdSvWg1QKr5',
      finds: [],
    },
    { text: 'https://fakestore.blob.core.windows.net/drop?sp=r&sv=2022-11-02&sr=c&sig=tooshort', finds: [] },
  ],
};

export default pattern;
