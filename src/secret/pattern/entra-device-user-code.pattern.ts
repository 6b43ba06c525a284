import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'entra-device-user-code',
  title: 'User code of a sign-in on another device',
  system: 'Microsoft Entra ID',
  severity: 'high',
  owner: 'whoever typed it; the administrators of identity',
  lifetime: '15 minutes; what was signed in with it lasts as its refresh token does',
  reset: {
    portal:
      'Entra admin center > Users > the user who typed it > Revoke sessions; block the device code flow by Conditional Access > Authentication flows',
    command: 'Revoke-MgUserSignInSession -UserId <user>',
  },
  proof: 'sign-in log: authenticationProtocol deviceCode at that time',
  references: [
    'https://learn.microsoft.com/en-us/entra/identity-platform/v2-oauth2-device-code',
    'https://learn.microsoft.com/en-us/entra/identity/conditional-access/concept-authentication-flows',
  ],
  anchors: ['devicelogin', 'deviceauth', 'aka.ms/devicelogin'],
  expression:
    /(?:devicelogin|deviceauth)\b[\s\S]{0,120}?\b(?:code|Code|CODE)\b[\s:"'*<>]{1,6}(?<secret>[A-Z0-9]{9})(?![A-Za-z0-9])/g,
  reach: { before: 4, after: 180 },
  isSecret: (secret) => !isInvented(secret) && /\d/.test(secret),
  examples: [
    {
      text: 'To sign in, use a web browser to open the page https://microsoft.com/devicelogin and enter the code FAK7EH2QW to authenticate.',
      finds: ['FAK7EH2QW'],
    },
    { text: 'Go to https://aka.ms/devicelogin, your code: <FAK3T9LMD>.', finds: ['FAK3T9LMD'] },
    { text: 'Open https://microsoft.com/devicelogin and enter the code that you see', finds: [] },
  ],
};

export default pattern;
