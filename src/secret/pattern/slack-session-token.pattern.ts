import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'slack-session-token',
  title: 'Session of a Slack user in the browser (xoxc token, d cookie) or a legacy token',
  system: 'Slack',
  severity: 'high',
  owner: 'the user; workspace administrators',
  lifetime: 'session as long as the workspace allows, often a year; legacy until revoked',
  reset: {
    portal:
      "Slack > the user's account settings > sign out of all other sessions; administrators: reset all sessions of the member; legacy tokens: api.slack.com/legacy/custom-integrations > Revoke",
    command: 'POST https://slack.com/api/admin.users.session.reset',
  },
  proof:
    'Slack access logs of the user (address, client); on Enterprise Grid the audit event user_session_reset_by_admin',
  references: [
    'https://api.slack.com/authentication/token-types',
    'https://api.slack.com/methods/admin.users.session.reset',
  ],
  anchors: ['xoxc-', 'xoxd-', 'xoxs-', 'xoxo-', 'xoxa-', 'xoxr-'],
  expression:
    /(?<![\w-])(?<secret>xoxc-(?:\d{8,14}-){2,3}[a-f0-9]{60,68}|xoxd-[A-Za-z0-9%+/=]{80,400}|xox[saor]-(?:\d{1,2}-)?(?:\d{6,14}-){1,3}[A-Za-z0-9]{10,64})(?![\w-])/g,
  reach: { before: 8, after: 460 },
  isSecret: (secret) => !isInvented(secret),
  shownCharacters: 5,
  examples: [
    {
      text: '"token":"xoxc-909250250627-283684727425-9132946328279-decafbad1c5e15fc8f83f059605bd8f204e36d64973a2d7d16f92910a389a5a9"',
      finds: [
        'xoxc-909250250627-283684727425-9132946328279-decafbad1c5e15fc8f83f059605bd8f204e36d64973a2d7d16f92910a389a5a9',
      ],
    },
    {
      text: '> Cookie: d=xoxd-N0tR3alqAEFDizSEkGMk8wrQD4qvKEpHdkZct52WD9LrqDeSNTDLQGjKZ3rGdfop2UtubqkHJ8eTktoFizAHEdafnyVjEn5YoNdexTcr7Hb7XteYZh2gYiu5',
      finds: [
        'xoxd-N0tR3alqAEFDizSEkGMk8wrQD4qvKEpHdkZct52WD9LrqDeSNTDLQGjKZ3rGdfop2UtubqkHJ8eTktoFizAHEdafnyVjEn5YoNdexTcr7Hb7XteYZh2gYiu5',
      ],
    },
    {
      text: 'legacy xoxs-7262074637-9145134105-3581893804-b586ad8642.',
      finds: ['xoxs-7262074637-9145134105-3581893804-b586ad8642'],
    },
    { text: 'xoxc-tokens are of the browser', finds: [] },
  ],
};

export default pattern;
