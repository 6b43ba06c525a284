import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'telegram-bot-token',
  title: 'Token of a Telegram bot',
  system: 'Telegram',
  severity: 'high',
  owner: 'who made the bot with @BotFather',
  lifetime: 'until revoked',
  reset: { portal: 'Telegram > @BotFather > /revoke > choose the bot; then store the new token' },
  proof: 'getMe with the old token answers 401 Unauthorized; getWebhookInfo shows whether a stranger set a webhook',
  references: [
    'https://core.telegram.org/bots/features#botfather',
    'https://core.telegram.org/bots/api#authorizing-your-bot',
  ],
  anchors: [':AA'],
  expression: /(?<![\w-])(?:bot)?(?<secret>(?<account>\d{8,10}):AA[A-Za-z0-9_-]{32,33})(?![\w-])/g,
  reach: { before: 16, after: 40 },
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: 'curl https://api.telegram.org/bot3930528076:AAN0tR3alaofmb79cukGXCbJfZAiY7WcySk/getMe',
      finds: ['3930528076:AAN0tR3alaofmb79cukGXCbJfZAiY7WcySk'],
    },
    {
      text: '> Telegram: 074812583:AAN0tR3al6KsJVMKoqQyYTRkBDEZY8DbrZr.',
      finds: ['074812583:AAN0tR3al6KsJVMKoqQyYTRkBDEZY8DbrZr'],
    },
    { text: 'the ratio is 12345678:AAA', finds: [] },
  ],
};

export default pattern;
