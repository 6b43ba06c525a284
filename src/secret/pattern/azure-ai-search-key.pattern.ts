import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'azure-ai-search-key',
  title: 'Admin or query key of Azure AI Search',
  system: 'Azure AI Search',
  severity: 'high',
  owner: 'owner of the search service',
  lifetime: 'until regenerated (admin key) or deleted (query key)',
  reset: {
    portal:
      'Azure portal > AI Search > the service > Keys > Regenerate both admin keys; delete query keys and make new ones',
    command: 'az search admin-key renew --service-name <service> --resource-group <group> --key-kind primary',
  },
  proof: 'activity log: Microsoft.Search/searchServices/regenerateAdminKey/action, …/deleteQueryKey/action',
  references: ['https://learn.microsoft.com/en-us/azure/search/search-security-api-keys'],
  anchors: ['AzSe', 'search.windows.net'],
  expression:
    /(?<![A-Za-z0-9+/])(?<secret>[A-Za-z0-9]{42}AzSe[A-D][A-Za-z0-9]{5}|(?<=(?<host>[\w-]{2,60}\.search\.windows\.net)[^<>]{0,120}key["']?\s{0,3}[:=]\s{0,3}["']?)[A-F0-9]{32})(?![A-Za-z0-9+/=])/g,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: 'Hi, the query key is Faked4jdJIf7Aws1adRCNIhPrQQQtCigLIeOPFQeKWAzSeAjCFXi.',
      finds: ['Faked4jdJIf7Aws1adRCNIhPrQQQtCigLIeOPFQeKWAzSeAjCFXi'],
    },
    {
      text: 'endpoint: https://fake-search.search.windows.net, api-key: FA4E1F9272C6CA029A2D8043C65C9190',
      finds: ['FA4E1F9272C6CA029A2D8043C65C9190'],
    },
    { text: 'https://fake-search.search.windows.net has no key', finds: [] },
    { text: 'FakezBrJB9ApuA2H1U4OrbrRcVOTxO2JncBHnYppi1AzSeZnKC1F', finds: [] },
  ],
};

export default pattern;
