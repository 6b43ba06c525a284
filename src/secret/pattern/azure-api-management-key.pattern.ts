import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'azure-api-management-key',
  title: 'Subscription, gateway or management key of Azure API Management',
  system: 'Azure API Management',
  severity: 'high',
  owner: 'owner of the API Management service',
  lifetime: 'until regenerated; gateway tokens at most 30 days',
  reset: {
    portal:
      'Azure portal > API Management services > the service > Subscriptions > … > Regenerate primary and secondary key (Gateways > Deployment, Management API and Repository for the others)',
    command:
      'az rest --method post --url <id of the service>/subscriptions/<name>/regeneratePrimaryKey?api-version=2022-08-01',
  },
  proof:
    'activity log: Microsoft.ApiManagement/service/subscriptions/regeneratePrimaryKey/action; gateway logs (ApiManagementGatewayLogs) by ApimSubscriptionId',
  references: ['https://learn.microsoft.com/en-us/azure/api-management/api-management-subscriptions'],
  anchors: ['APIM', 'azure-api.net', 'Ocp-Apim-Subscription-Key'],
  expression:
    /(?<![A-Za-z0-9+/])(?<secret>[A-Za-z0-9+/]{76}APIM[A-Za-z0-9+/]{5}[AQgw]==|(?<=(?<host>[\w-]{1,60}\.azure-api\.net)[\s\S]{0,200}(?:Subscription-Key|subscription[ _-]?key)["']?\s{0,3}[:=]\s{0,3}["']?)[a-f0-9]{32})(?![A-Za-z0-9+/=])/gi,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: 'curl https://fake.azure-api.net/orders -H "Ocp-Apim-Subscription-Key: fa4e697c865359886a482d9ab95e0fa6"',
      finds: ['fa4e697c865359886a482d9ab95e0fa6'],
    },
    {
      text: 'https://fake.azure-api.net/orders?subscription-key=fa4ea71ac7aba6ff9b8ac5095b2f4796.',
      finds: ['fa4ea71ac7aba6ff9b8ac5095b2f4796'],
    },
    {
      text: 'gateway: FakeaVCsCvAN6mBykzQbUBW5PLFU2kW0hIc75nu8DqTI5GQwc7VDu/gRhDLWg7MMYknx0WjJSA6mAPIMiYi8sA==',
      finds: ['FakeaVCsCvAN6mBykzQbUBW5PLFU2kW0hIc75nu8DqTI5GQwc7VDu/gRhDLWg7MMYknx0WjJSA6mAPIMiYi8sA=='],
    },
    { text: 'https://fake.azure-api.net/orders?subscription-key=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', finds: [] },
    { text: 'the request id on fake.azure-api.net was fa4e66dccf46abf28157e7649a3c3d84', finds: [] },
  ],
};

export default pattern;
