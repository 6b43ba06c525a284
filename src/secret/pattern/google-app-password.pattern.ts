import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'google-app-password',
  title: 'App password of a Google account',
  system: 'Google account',
  severity: 'high',
  owner: 'user of the account',
  lifetime: 'until deleted or the password is changed',
  reset: {
    portal:
      'myaccount.google.com > Security > 2-Step Verification > App passwords > remove; an administrator: Google Admin console > Directory > Users > the user > Security > Application-specific passwords > revoke',
  },
  proof: 'login audit log of Google Workspace; list of application-specific passwords of the user',
  references: ['https://support.google.com/accounts/answer/185833'],
  anchors: ['app password', 'app-password', 'apppassword', 'gmail'],
  // Four groups of four letters.
  expression:
    /(?:app[ -]?(?:specific )?password|gmail[\w .]{0,20}password|gmail_?pass(?:word)?)(?: (?:for|of) [\w@. -]{2,60})?(?: is)?["']?[\s:="'<]{1,6}(?<secret>[a-z]{4}[ \u00a0][a-z]{4}[ \u00a0][a-z]{4}[ \u00a0][a-z]{4})(?![\w-])/gi,
  isSecret: (secret) =>
    !isInvented(secret.replaceAll(/\s/g, '')) &&
    /^[a-z\s]+$/.test(secret) &&
    !/\b(?:will|with|that|your|this|have|from|must|been|when|they|need)\b/.test(secret),
  examples: [
    { text: 'The app password is: fkqe wzpl mvtx brqa', finds: ['fkqe wzpl mvtx brqa'] },
    { text: '> GMAIL_PASSWORD="fkqe wzpl mvtx brqb"', finds: ['fkqe wzpl mvtx brqb'] },
    { text: 'An app password will help when that user signs in', finds: [] },
    { text: 'app password: xxxx xxxx xxxx xxxx', finds: [] },
  ],
};

export default pattern;
