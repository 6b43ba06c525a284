import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'power-bi-embed-token',
  title: 'Embed token of Power BI',
  system: 'Microsoft Power BI',
  severity: 'medium',
  owner: 'owner of the application that embeds',
  lifetime: 'up to an hour',
  reset: {
    portal:
      'nothing revokes it; wait until it ends, rotate the credential of the application that made it, look at the row-level security',
  },
  proof: 'Power BI activity log: GenerateEmbedToken, ViewReport by the application',
  references: ['https://learn.microsoft.com/en-us/power-bi/developer/embedded/embed-tokens'],
  anchors: ['H4sIAAAA'],
  // Compressed claims in base64, then the address of the cluster in base64.
  expression: /(?<![A-Za-z0-9+/])(?<secret>H4sIAAAA[A-Za-z0-9+/]{200,6000}={0,2}\.eyJ[\w+/-]{20,800}={0,2})/g,
  reach: { before: 4, after: 7000 },
  isSecret: (secret) => !isInvented(secret.slice(0, 60)),
  examples: [
    {
      text: '"token": "H4sIAAAAAAAEAFakeh331oJtRmiqpxtVOy9x7dAz8pob0Jl2Nc04DQfzsF1dDEdyE95qxlfubIFfBJ6hvh6nThGe/cjcVfVMG5aKLvIVLG/t986X0+dA8/7OCxD2uMu1pFgUkC5UqpeQdU5pHIKzm8g2wFfJ/f8U1xTZDhW4qHyw6aB5sf6Hg0D/OBeG1YwoNQUn9+7zNXWAUIQj0KQ4sA7yBpzt9EL7U1H23el99X2KoqeHS8MSTLVA3UnhZQI8j5/D0t07ZmkH9w11GOCn98mzjgxd+8Evpok1tWqI9cmcXfPL/0OOTm2k3=.eyJjbHVzdGVyVXJsIjoiaHR0cHM6Ly9mYWtlLmFuYWx5c2lzLndpbmRvd3MubmV0In0="',
      finds: [
        'H4sIAAAAAAAEAFakeh331oJtRmiqpxtVOy9x7dAz8pob0Jl2Nc04DQfzsF1dDEdyE95qxlfubIFfBJ6hvh6nThGe/cjcVfVMG5aKLvIVLG/t986X0+dA8/7OCxD2uMu1pFgUkC5UqpeQdU5pHIKzm8g2wFfJ/f8U1xTZDhW4qHyw6aB5sf6Hg0D/OBeG1YwoNQUn9+7zNXWAUIQj0KQ4sA7yBpzt9EL7U1H23el99X2KoqeHS8MSTLVA3UnhZQI8j5/D0t07ZmkH9w11GOCn98mzjgxd+8Evpok1tWqI9cmcXfPL/0OOTm2k3=.eyJjbHVzdGVyVXJsIjoiaHR0cHM6Ly9mYWtlLmFuYWx5c2lzLndpbmRvd3MubmV0In0=',
      ],
    },
    { text: 'H4sIAAAAAAAEAshort.eyJhbGciOiJub25lIn0', finds: [] },
  ],
};

export default pattern;
