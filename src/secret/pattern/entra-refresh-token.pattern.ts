import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'entra-refresh-token',
  title: 'Refresh token of Microsoft Entra ID',
  system: 'Microsoft Entra ID',
  severity: 'critical',
  owner: 'user who signed in; the administrators of identity revoke it',
  lifetime: '90 days, renewed at every use; 24 hours for single-page applications',
  reset: {
    portal:
      'Entra admin center > Users > the user > Revoke sessions; reset the password, too, and look at the methods of authentication',
    command: 'Revoke-MgUserSignInSession -UserId <user>',
  },
  proof:
    'directory audit: "Update StsRefreshTokenValidFrom Timestamp" for the user; non-interactive sign-ins of the user after the leak',
  references: [
    'https://learn.microsoft.com/en-us/entra/identity-platform/refresh-tokens',
    'https://learn.microsoft.com/en-us/graph/api/user-revokesigninsessions',
  ],
  anchors: ['0.a', '1.a', 'aqabaaaa'],
  // A header of version and tenant, then the encrypted part; older ones are the encrypted part alone.
  expression:
    /(?<![\w.+/-])(?<secret>[01]\.A[\w-]{20,200}\.[AI][\w-]{150,4000}|(?:OAQABAAAA|AQABAAAA)[\w-]{250,4000})(?![\w-])/g,
  reach: { before: 8, after: 4300 },
  isSecret: (secret) => !isInvented(secret.slice(0, 120)),
  shownCharacters: 3,
  examples: [
    {
      text: '"refresh_token": "0.AFakeb4X5HSRr_JE0OG0HN1x0nXOP_pzMgubtdHfp.AgABAwEAAADFakeXfyi5OpccX_AHlTMA2rkI7p8s2lSud3EdKY50GduKGdYSHaZ9nABfvkrZpmhkBKWLPXGNhiinWYyygtMEGmRn1zq4c-6Bcy6r1b4i2CBwF7XRGlnl3so3QWbMQoIPYUPp-EU6BdENJe4FOBxJvYt9qAVkx3BtYJTXrjkyGfmHXoxXqS5ThnE9ymx_gSyxbjpTxWZGMWOJmcWEmXIBSt98PcmytaqnVcLHZE9r9q2n24M",',
      finds: [
        '0.AFakeb4X5HSRr_JE0OG0HN1x0nXOP_pzMgubtdHfp.AgABAwEAAADFakeXfyi5OpccX_AHlTMA2rkI7p8s2lSud3EdKY50GduKGdYSHaZ9nABfvkrZpmhkBKWLPXGNhiinWYyygtMEGmRn1zq4c-6Bcy6r1b4i2CBwF7XRGlnl3so3QWbMQoIPYUPp-EU6BdENJe4FOBxJvYt9qAVkx3BtYJTXrjkyGfmHXoxXqS5ThnE9ymx_gSyxbjpTxWZGMWOJmcWEmXIBSt98PcmytaqnVcLHZE9r9q2n24M',
      ],
    },
    {
      text: 'Here is my token, please try:\n1.AXFakepu7iElmY62OrbXbDArOEy5JtaFoqu-f4BX3L.AgABAwEAAADFakeMVGN_QvorvWYbZy1v5tPpbk52R4j5xITs_zbNW3h7IVj6THy7MLbm9z7Abf0vlON31fW6mzMJckFeXHjxYRjKPjsnq1omKy4zvscUN-SDxT86LYFiC_FGgFKNlC1vkwdO7I_Wh8zrIrX-yFP7WugRqyN0lsDsEhU_nh3poGohimksW_lOZllhuS4AMjjSnSr0_9dVCfANeS1frmS2VHExoofd6UYGxZdfOyXw70wTxiYndosZkPrOBpuYkZu4DontNdjWlj1dnlfPpgWfHKOvgT38VW6afDCGA_zIeV4.\nThanks',
      finds: [
        '1.AXFakepu7iElmY62OrbXbDArOEy5JtaFoqu-f4BX3L.AgABAwEAAADFakeMVGN_QvorvWYbZy1v5tPpbk52R4j5xITs_zbNW3h7IVj6THy7MLbm9z7Abf0vlON31fW6mzMJckFeXHjxYRjKPjsnq1omKy4zvscUN-SDxT86LYFiC_FGgFKNlC1vkwdO7I_Wh8zrIrX-yFP7WugRqyN0lsDsEhU_nh3poGohimksW_lOZllhuS4AMjjSnSr0_9dVCfANeS1frmS2VHExoofd6UYGxZdfOyXw70wTxiYndosZkPrOBpuYkZu4DontNdjWlj1dnlfPpgWfHKOvgT38VW6afDCGA_zIeV4',
      ],
    },
    {
      text: 'refresh_token=OAQABAAAAAADFakeEK0aQYZfdsdSpN-9mcW4XCbjV-jGM09K5CUkEob_UYmB2KrkwQFQN4g_Rv1wHOLhsHBOb8OU3-LGo6k7fpW-xu7Pasx3SURF8t70zqX1dO1ScYjllX2UxA9_1gmdR8IxjDJTpHTZFkOk7cv9lPzI3JOrCP4586Y2uY2qPBW1zgx43zjEbPBtc-DYzJSOmRzMshdK8Q6ZyNzxnDTvEZU8uiQiISvzdVVU5jDavxAOyV9oT21jXISp8FnX7QilaI3xPXKYSORSqx8STtBNUXc7b0jY2GuNQFwGUoZ5Gj4b&client_id=x',
      finds: [
        'OAQABAAAAAADFakeEK0aQYZfdsdSpN-9mcW4XCbjV-jGM09K5CUkEob_UYmB2KrkwQFQN4g_Rv1wHOLhsHBOb8OU3-LGo6k7fpW-xu7Pasx3SURF8t70zqX1dO1ScYjllX2UxA9_1gmdR8IxjDJTpHTZFkOk7cv9lPzI3JOrCP4586Y2uY2qPBW1zgx43zjEbPBtc-DYzJSOmRzMshdK8Q6ZyNzxnDTvEZU8uiQiISvzdVVU5jDavxAOyV9oT21jXISp8FnX7QilaI3xPXKYSORSqx8STtBNUXc7b0jY2GuNQFwGUoZ5Gj4b',
      ],
    },
    { text: 'Version 0.Alpha.Beta of the manual, 1.A and 1.B', finds: [] },
    { text: '"0.AFakeawRQtmwq6MsL9Rz7GQSXO5VosXFdh7ob9VOK.short"', finds: [] },
  ],
};

export default pattern;
