import type { SecretPattern } from '../pattern.ts';
import { exampleToken } from '../token.ts';

const cookie = exampleToken({ refresh_token: 'AQABFakeFakeFakeFake', is_primary: 'true', iat: '1700000000' });

const pattern: SecretPattern = {
  kind: 'entra-primary-refresh-token',
  title: 'Cookie made from a primary refresh token (x-ms-RefreshTokenCredential)',
  system: 'Microsoft Entra ID',
  severity: 'critical',
  owner: 'user of the device; the administrators of identity and devices',
  lifetime: 'the cookie some minutes, the primary refresh token behind it 14 days and renewed while the device is used',
  reset: {
    portal:
      'Entra admin center > Users > the user > Revoke sessions; Devices > the device > Disable, if the key of the device is not known to be safe',
    command: 'Revoke-MgUserSignInSession -UserId <user>; Update-MgDevice -DeviceId <device> -AccountEnabled:$false',
  },
  proof:
    'sign-in log: IncomingTokenType primaryRefreshToken from another address or without the device; directory audit: "Update StsRefreshTokenValidFrom Timestamp"',
  references: ['https://learn.microsoft.com/en-us/entra/identity/devices/concept-primary-refresh-token'],
  anchors: ['x-ms-RefreshTokenCredential'],
  expression:
    /x-ms-RefreshTokenCredential\d{0,2}["']?[\s,:=]{1,4}(?:["']?value["']?[\s,:=]{1,4})?["']?(?<secret>eyJ[\w-]{10,1000}\.[\w-]{20,6000}\.[\w-]{20,800})/gi,
  reach: { before: 4, after: 8000 },
  examples: [
    { text: `Cookie: x-ms-RefreshTokenCredential=${cookie}; path=/`, finds: [cookie] },
    { text: `"name": "x-ms-RefreshTokenCredential1", "value": "${cookie}"`, finds: [cookie] },
    { text: 'the header x-ms-RefreshTokenCredential: is empty on that machine', finds: [] },
  ],
};

export default pattern;
