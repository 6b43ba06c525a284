import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'trello-token',
  title: 'Token or key and token of Trello',
  system: 'Trello',
  severity: 'medium',
  owner: 'the user who gave it',
  lifetime: 'as chosen when it was given, often never',
  reset: {
    portal:
      'trello.com/u/<user>/account > Applications > Revoke; key: trello.com/power-ups/admin > the power-up > API key',
    command: 'curl -X DELETE "https://api.trello.com/1/tokens/<token>/?key=<key>"',
  },
  proof: "GET /1/tokens/<token> answers invalid token; activity of the member's boards",
  references: ['https://developer.atlassian.com/cloud/trello/guides/rest-api/authorization/'],
  anchors: ['ATTA', 'trello'],
  expression:
    /(?<![\w-])(?<secret>ATTA[0-9a-f]{64,80}|(?<=trello[^]{0,60}token["' ]{0,3}[=:][ "']{0,3})[0-9a-f]{64})(?![\w-])/gi,
  reach: { before: 90, after: 90 },
  isSecret: (secret) => !isInvented(secret),
  shownCharacters: 4,
  examples: [
    {
      text: '> https://api.trello.com/1/boards?key=decafbad8974ecf3e9c57e38f7bf3780&token=ATTAdecafbadc5fb26f461ed383e7f9f5b5efe6312a839b67b21cbabadfd870b20bc437ec8ea',
      finds: ['ATTAdecafbadc5fb26f461ed383e7f9f5b5efe6312a839b67b21cbabadfd870b20bc437ec8ea'],
    },
    {
      text: 'TRELLO_TOKEN=decafbadcde179f23c5efc496bfb63e9c08b9af4c0a3c29470b0107bc1d92da9',
      finds: ['decafbadcde179f23c5efc496bfb63e9c08b9af4c0a3c29470b0107bc1d92da9'],
    },
    { text: 'trello board decafbad8916be7ab0bf5e019a810e2e4b076459697610ce4fb3210b67284676', finds: [] },
  ],
};

export default pattern;
