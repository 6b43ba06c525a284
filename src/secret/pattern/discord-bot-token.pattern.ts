import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'discord-bot-token',
  title: 'Token of a Discord bot or user',
  system: 'Discord',
  severity: 'high',
  owner: 'owner of the Discord application',
  lifetime: 'until reset',
  reset: {
    portal:
      'discord.com/developers/applications > the application > Bot > Reset Token; of a user: change the password, which ends every session',
  },
  proof: 'audit log of each server the bot is in (Server settings > Audit Log): what the bot did',
  references: ['https://discord.com/developers/docs/reference#authentication'],
  anchors: ['discord', 'bot '],
  // Base64 of the decimal id, of a time, and 27 to 38 characters of a signature.
  expression:
    /(?:discord[^]{0,60}?|bot )["'=: ]{0,4}(?<![\w.-])(?<secret>[MNO][A-Za-z0-9_-]{23,27}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,38})(?![\w-])/gi,
  isSecret: (secret) => /^\d{15,20}$/.test(Buffer.from(secret.split('.')[0] ?? '', 'base64').toString('latin1')),
  examples: [
    {
      text: 'DISCORD_TOKEN=MTAyOTM4NDc1NjQ3MzgyOTEwNQ.GnR3al.N0tR3aldLPVByWQjJj78UpaDkVoR7uKzqCF8t3',
      finds: ['MTAyOTM4NDc1NjQ3MzgyOTEwNQ.GnR3al.N0tR3aldLPVByWQjJj78UpaDkVoR7uKzqCF8t3'],
    },
    {
      text: '> Authorization: Bot MTI5Mzg0NzU2NDczODI5MTA1.Yn0tR3.N0tR3alT9sksACFcGu4ZbtAQUuV.',
      finds: ['MTI5Mzg0NzU2NDczODI5MTA1.Yn0tR3.N0tR3alT9sksACFcGu4ZbtAQUuV'],
    },
    { text: 'discord: Mxxxxxxxxxxxxxxxxxxxxxxx.yyyyyy.zzzzzzzzzzzzzzzzzzzzzzzzzzz', finds: [] },
  ],
};

export default pattern;
