import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'discord-webhook',
  title: 'Webhook of a Discord channel',
  system: 'Discord',
  severity: 'medium',
  owner: 'administrator of the Discord server',
  lifetime: 'until deleted',
  reset: {
    portal: "Discord > the channel's settings > Integrations > Webhooks > the webhook > Delete",
    command: 'curl -X DELETE https://discord.com/api/webhooks/<id>/<token>',
  },
  proof: 'server audit log: webhook deleted; GET of the address answers 404 Unknown Webhook',
  references: ['https://discord.com/developers/docs/resources/webhook'],
  anchors: ['discord.com/api', 'discordapp.com/api'],
  expression:
    /(?<secret>https:\/\/(?:[a-z]{2,7}\.)?(?<host>discord(?:app)?\.com)\/api\/(?:v\d{1,2}\/)?webhooks\/(?<account>\d{17,20})\/[\w-]{60,80})(?![\w-])/g,
  isSecret: (secret) => !isInvented(secret),
  shownCharacters: 8,
  examples: [
    {
      text: '> alerts go to https://discord.com/api/webhooks/676452542587929621/N0tR3alH4FJ2AyQvw3YB5WbzACkWX7hEXc48ajt7iNLEbBFSdJiRtLYHjiW9BsW2KH9N.',
      finds: [
        'https://discord.com/api/webhooks/676452542587929621/N0tR3alH4FJ2AyQvw3YB5WbzACkWX7hEXc48ajt7iNLEbBFSdJiRtLYHjiW9BsW2KH9N',
      ],
    },
    { text: 'https://discord.com/api/webhooks/123/abc', finds: [] },
  ],
};

export default pattern;
