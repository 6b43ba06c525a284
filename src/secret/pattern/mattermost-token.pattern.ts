import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'mattermost-token',
  title: 'Personal access token, bot token or webhook of Mattermost',
  system: 'Mattermost',
  severity: 'high',
  owner: 'the user or owner of the bot; system administrator',
  lifetime: 'until revoked',
  reset: {
    portal:
      'Mattermost > Profile > Security > Personal Access Tokens > Delete; bots: Integrations > Bot Accounts > Delete token; webhooks: Integrations > Incoming Webhooks > Delete',
    command: 'mmctl token revoke <token id>',
  },
  proof: 'mmctl token list <user>; audit log of the server (revokeUserAccessToken)',
  references: [
    'https://docs.mattermost.com/manage/mmctl-command-line-tool.html',
    'https://developers.mattermost.com/integrate/reference/personal-access-token/',
  ],
  anchors: ['mattermost'],
  expression:
    /mattermost(?:[^]{0,60}?(?:key|token|secret|password|passwd|pwd|pat)["'\])]{0,2}[ \t]{0,4}(?:=>|[:=]|is|ist|to)?[ \t]{0,4}["'<]{0,2}|[^\s"'<>]{0,80}?\/hooks\/)(?<secret>[a-z0-9]{26})(?![\w-])/gi,
  isSecret: (secret) => /\d/.test(secret) && /[a-z]/.test(secret) && !isInvented(secret),
  examples: [
    { text: 'MATTERMOST_TOKEN=n0tr3al2twn6578b2qpgb4t58x', finds: ['n0tr3al2twn6578b2qpgb4t58x'] },
    {
      text: '> webhook https://mattermost.corp.example/hooks/n0tr3alptzuwujms2ouvn5qvdq.',
      finds: ['n0tr3alptzuwujms2ouvn5qvdq'],
    },
    { text: 'mattermost token: abcdefghijklmnopqrstuvwxyz', finds: [] },
  ],
};

export default pattern;
