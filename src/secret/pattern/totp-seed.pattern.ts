import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'totp-seed',
  title: 'Seed of one-time codes (TOTP or HOTP)',
  system: 'second factor of an account',
  severity: 'high',
  owner: 'the user of the account',
  lifetime: 'until the second factor is registered again',
  reset: {
    portal:
      'the service > the user > security > remove the authenticator app and register it again; in Entra: Users > the user > Authentication methods > Delete, Require re-register',
    command: 'Remove-MgUserAuthenticationSoftwareOathMethod -UserId <user> -SoftwareOathAuthenticationMethodId <id>',
  },
  proof: 'log of the service: authenticator removed and added; sign-ins with a code since',
  references: [
    'https://github.com/google/google-authenticator/wiki/Key-Uri-Format',
    'https://www.rfc-editor.org/rfc/rfc6238',
  ],
  anchors: ['otpauth://', 'otpauth-migration://', 'totp'],
  expression:
    /(?:otpauth:\/\/[th]otp\/(?<account>[^?\s"'<>]{0,200})\?[^\s"'<>]{0,200}?secret=|otpauth-migration:\/\/offline\?data=(?=[\w%+/=-]{30})|totp[_ -]?(?:secret|seed|key)["'\])]{0,2}[ \t]{0,4}(?:=>|[:=]|is|ist|to)?[ \t]{0,4}["'<]{0,2})(?<secret>[A-Z2-7a-z]{16,128}={0,6}(?![\w%])|[\w%+/=-]{30,2000})/gi,
  reach: { before: 8, after: 2300 },
  isSecret: (secret) => new Set(secret).size > 5 && !isInvented(secret),
  examples: [
    {
      text: '> otpauth://totp/Corp:anna@corp.example?secret=5WJ6CS3HGFCU3G7CSVEU62NTDJOHMFDE&issuer=Corp',
      finds: ['5WJ6CS3HGFCU3G7CSVEU62NTDJOHMFDE'],
    },
    { text: 'TOTP_SECRET=AQE7LBJTHBONVPBXY47LOXMXR2', finds: ['AQE7LBJTHBONVPBXY47LOXMXR2'] },
    { text: 'otpauth://totp/Example:alice@google.com?issuer=Example', finds: [] },
  ],
};

export default pattern;
