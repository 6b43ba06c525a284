import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'dropbox-token',
  title: 'Access token of Dropbox',
  system: 'Dropbox',
  severity: 'high',
  owner: 'the user or owner of the Dropbox app',
  lifetime: '4 hours; tokens from before 2021 and refresh tokens until revoked',
  reset: {
    portal:
      'dropbox.com > Settings > Connected apps > Disconnect; app secret: dropbox.com/developers/apps > the app > Settings > App secret > Reset',
    command: 'curl -X POST https://api.dropboxapi.com/2/auth/token/revoke -H "Authorization: Bearer <token>"',
  },
  proof: 'Dropbox admin console > Activity (Apps): app unlinked, files opened',
  references: ['https://developers.dropbox.com/oauth-guide'],
  anchors: ['sl.'],
  expression: /(?<![\w.-])(?<secret>sl\.(?:u\.)?[A-Za-z0-9_-]{100,1500})(?![\w-])/g,
  reach: { before: 8, after: 1510 },
  isSecret: (secret) => !isInvented(secret.slice(3)),
  shownCharacters: 3,
  examples: [
    {
      text: '> sl.BN0tR3alJsRmvWtRVWebWDQuWdHdkxezJx76VkEdjTsGpxsJAdu54LCt5fPprNUaJNRzxFa5ZLhEuvy3Pc6kNcwapSXG3e5HjXyFxt2MJHZj5ZADXZPKQhy4LKHiHJdHmVAYrARzG.',
      finds: [
        'sl.BN0tR3alJsRmvWtRVWebWDQuWdHdkxezJx76VkEdjTsGpxsJAdu54LCt5fPprNUaJNRzxFa5ZLhEuvy3Pc6kNcwapSXG3e5HjXyFxt2MJHZj5ZADXZPKQhy4LKHiHJdHmVAYrARzG',
      ],
    },
    { text: 'sl.no', finds: [] },
  ],
};

export default pattern;
