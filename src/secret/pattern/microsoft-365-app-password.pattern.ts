import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'microsoft-365-app-password',
  title: 'App password of a Microsoft account with multifactor authentication',
  system: 'Microsoft Entra ID',
  severity: 'high',
  owner: 'user; the administrators of authentication',
  lifetime: 'until deleted',
  reset: {
    portal:
      'the user: My Sign-ins > Security info > delete the app password; an administrator: Entra admin center > Users > Per-user MFA > the user > Delete all existing app passwords',
  },
  proof:
    'sign-ins of the user with legacy clients (IMAP, POP, SMTP) and without a second factor; directory audit: "User deleted security info"',
  references: ['https://learn.microsoft.com/en-us/entra/identity/authentication/howto-mfa-app-passwords'],
  anchors: ['app password', 'app-password', 'apppassword', 'application password'],
  expression:
    /app(?:lication)?[ -]?password(?: (?:for|of) [\w@. -]{2,60})?(?: is)?["']?[\s:="'<]{1,6}(?<secret>[a-z]{16})(?![\w-])/gi,
  isSecret: (secret) => !isInvented(secret) && /^[a-z]{16}$/.test(secret),
  examples: [
    { text: 'The app password for the scanner is fakeqwzkplmvbxtr.', finds: ['fakeqwzkplmvbxtr'] },
    { text: '> App password: fakeuvnrpwqhzjtb', finds: ['fakeuvnrpwqhzjtb'] },
    { text: 'An app password authenticates without a second factor', finds: [] },
    { text: 'app password: administrators may not use one', finds: [] },
  ],
};

export default pattern;
