import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'salesforce-session',
  title: 'Session id, access token or refresh token of Salesforce',
  system: 'Salesforce',
  severity: 'critical',
  owner: 'Salesforce administrator; owner of the connected app',
  lifetime: 'session 2 to 24 hours as set; refresh token until revoked',
  reset: {
    portal:
      'Setup > Session Management > remove the session; Setup > Connected Apps OAuth Usage > the app > Block or Revoke; user > OAuth Connected Apps > Revoke',
    command: 'sf org logout --target-org <user name>',
  },
  proof: 'Setup > Login History and Event Log Files (Login, API, RestApi) of the user; Setup Audit Trail',
  references: [
    'https://help.salesforce.com/s/articleView?id=sf.remoteaccess_revoke_token.htm',
    'https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_authsession.htm',
  ],
  anchors: ['00D', '5Aep861'],
  expression:
    /(?<![\w-])(?<secret>00D[A-Za-z0-9]{12,15}![A-Za-z0-9._]{80,130}|5Aep861[A-Za-z0-9._]{60,100}(?<!\.))(?![\w!-])/g,
  reach: { before: 2, after: 160 },
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: 'sid=00DT7n3bYVuJZ4V!AQN0tR3alxSAf9UGEDV9FypvoZX4kEBkvRfnRH8rUf8gmrWefF8oZwB7Uvzht5cUPSQ6xNrAZafRGUa35zETGsw6RXKk',
      finds: [
        '00DT7n3bYVuJZ4V!AQN0tR3alxSAf9UGEDV9FypvoZX4kEBkvRfnRH8rUf8gmrWefF8oZwB7Uvzht5cUPSQ6xNrAZafRGUa35zETGsw6RXKk',
      ],
    },
    {
      text: '> refresh_token 5Aep861N0tR3alePeUZdpvxnYWVhPVfyAguMaWUTCpyZ8vYuC8tZVcESDPdD8FPajFdbpkJMBwgjJQ3NS5xZsvy.',
      finds: ['5Aep861N0tR3alePeUZdpvxnYWVhPVfyAguMaWUTCpyZ8vYuC8tZVcESDPdD8FPajFdbpkJMBwgjJQ3NS5xZsvy'],
    },
    { text: 'order 00D1234 is 12 months old!', finds: [] },
  ],
};

export default pattern;
