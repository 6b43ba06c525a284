import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'nuget-api-key',
  title: 'API key of NuGet.org',
  system: 'NuGet Gallery',
  severity: 'critical',
  owner: 'user who made it; owners of the package',
  lifetime: 'at most a year',
  reset: { portal: 'nuget.org > API Keys > the key > Regenerate or Delete; look at what was pushed since' },
  proof: 'versions of the packages; mail of nuget.org on pushes',
  references: ['https://learn.microsoft.com/en-us/nuget/nuget-org/publish-a-package'],
  anchors: ['oy2'],
  expression: /(?<![A-Za-z0-9])(?<secret>oy2[a-z0-9]{43})(?![\w-])/gi,
  isSecret: (secret) => !isInvented(secret.slice(3)) && /\d/.test(secret.slice(3)),
  shownCharacters: 3,
  examples: [
    {
      text: 'dotnet nuget push x.nupkg --api-key oy2fake26cgxt66bm4cdatfetc3fqpu7mn7xpt3nvd7oqk --source https://api.nuget.org/v3/index.json',
      finds: ['oy2fake26cgxt66bm4cdatfetc3fqpu7mn7xpt3nvd7oqk'],
    },
    { text: 'oy2short', finds: [] },
  ],
};

export default pattern;
