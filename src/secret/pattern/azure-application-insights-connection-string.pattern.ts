import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'azure-application-insights-connection-string',
  title: 'Connection string or instrumentation key of Application Insights',
  system: 'Azure Monitor',
  severity: 'low',
  owner: 'owner of the Application Insights resource',
  lifetime: 'as long as the resource exists',
  reset: {
    portal:
      'Azure portal > Application Insights > the resource > Properties > disable local authentication, so that the key alone sends nothing; the key cannot be changed',
    command: 'az resource update --ids <id of the component> --set properties.DisableLocalAuth=true',
  },
  proof: 'activity log: microsoft.insights/components/write',
  references: ['https://learn.microsoft.com/en-us/azure/azure-monitor/app/azure-ad-authentication'],
  anchors: ['InstrumentationKey', 'instrumentation key', 'APPINSIGHTS'],
  expression:
    /(?:instrumentation ?key|APPINSIGHTS_INSTRUMENTATIONKEY)["']?(?: is)?\s{0,3}[:=]?\s{0,3}["'<]?(?<secret>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/gi,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: 'InstrumentationKey=fa4e51fc-2e6a-4800-a271-1b9091153277;IngestionEndpoint=https://westeurope-1.in.applicationinsights.azure.com/',
      finds: ['fa4e51fc-2e6a-4800-a271-1b9091153277'],
    },
    {
      text: 'the instrumentation key is fa4e013d-b40f-4a61-a2aa-28c35b7f3d26.',
      finds: ['fa4e013d-b40f-4a61-a2aa-28c35b7f3d26'],
    },
    { text: 'InstrumentationKey=00000000-0000-0000-0000-000000000000;EndpointSuffix=ai.contoso.com;', finds: [] },
  ],
};

export default pattern;
