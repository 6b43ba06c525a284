import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'box-token',
  title: 'Client secret or developer token of Box',
  system: 'Box',
  severity: 'high',
  owner: 'owner of the app in the Box developer console',
  lifetime: 'client secret until reset; developer token 60 minutes',
  reset: {
    portal: 'app.box.com/developers/console > the app > Configuration > OAuth 2.0 Credentials > Reset',
    command: 'curl -X POST https://api.box.com/oauth2/revoke -d "client_id=…&client_secret=…&token=…"',
  },
  proof: 'Box admin console > Reports > User activity (Enterprise events)',
  references: ['https://developer.box.com/guides/authentication/oauth2/oauth2-setup'],
  anchors: ['box'],
  expression:
    /(?<![\w-])box(?:app)?[_ .-]?(?:sdk|api|app|developer|client|access|enterprise)[_ .-]?(?:client[_ -]?)?(?:secret|token|key)["'\])]{0,2}[ \t]{0,4}(?:=>|[:=]|is|ist|to)?[ \t]{0,4}["'<]{0,2}(?<secret>[A-Za-z0-9]{32})(?![\w-])/gi,
  isSecret: (secret) => /\d/.test(secret) && /[a-z]/i.test(secret) && !isInvented(secret),
  examples: [
    { text: 'BOX_CLIENT_SECRET=N0tR3alx45gDXavm6PRizD763bUpgZ2X', finds: ['N0tR3alx45gDXavm6PRizD763bUpgZ2X'] },
    { text: 'box access token: open the console', finds: [] },
  ],
};

export default pattern;
