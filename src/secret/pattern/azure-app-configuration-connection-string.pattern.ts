import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'azure-app-configuration-connection-string',
  title: 'Connection string of Azure App Configuration',
  system: 'Azure App Configuration',
  severity: 'high',
  owner: 'owner of the App Configuration store',
  lifetime: 'until the key in it is regenerated',
  reset: {
    portal:
      'Azure portal > App Configuration > the store > Access settings > Access keys > Regenerate (primary and secondary, read-only ones too); change what the store held as well',
    command: 'az appconfig credential regenerate --name <store> --id <id of the key>',
  },
  proof:
    'activity log: Microsoft.AppConfiguration/configurationStores/RegenerateKey/action; diagnostic log HttpRequest',
  references: ['https://learn.microsoft.com/en-us/azure/azure-app-configuration/howto-best-practices'],
  anchors: ['azconfig.'],
  expression:
    /https:\/\/(?<host>[\w-]{2,50}\.azconfig\.(?:io|azure\.us|azure\.cn))\/?;\s{0,3}Id=(?<account>[\w:+/-]{4,60});\s{0,3}Secret=(?<secret>[A-Za-z0-9+/]{40,90}={0,2})(?![A-Za-z0-9+/=])/gi,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: 'Endpoint=https://fake-config.azconfig.io;Id=fa4e-l0-s0:Fakecl01Z/zzmVByCdLG;Secret=FakeyAisZK4sqT99WZX9NFreATZ7N0Tmr7WuqcKQXeO=',
      finds: ['FakeyAisZK4sqT99WZX9NFreATZ7N0Tmr7WuqcKQXeO='],
    },
    {
      text: '> "Endpoint=https://fake.azconfig.io;Id=fA4e;Secret=Fake4r5uFOxitCQXad5vrjaFeqhRRLZfnjYa1QlLCp6DMBly2k50JQQJ99FakeskuXV1ov7FzXPJAZACz4rj".',
      finds: ['Fake4r5uFOxitCQXad5vrjaFeqhRRLZfnjYa1QlLCp6DMBly2k50JQQJ99FakeskuXV1ov7FzXPJAZACz4rj'],
    },
    {
      text: 'az appconfig feature delete --connection-string Endpoint=https://contoso.azconfig.io;Id=xxx;Secret=xxx',
      finds: [],
    },
  ],
};

export default pattern;
