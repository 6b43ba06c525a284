import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'linode-token',
  title: 'Personal access token of Linode (Akamai)',
  system: 'Linode',
  severity: 'critical',
  owner: 'user who made it',
  lifetime: 'as it was made, up to never',
  reset: {
    portal: 'Cloud Manager > the user > API Tokens > the token > Revoke',
    command: 'linode-cli profile token-delete <id>',
  },
  proof: 'events of the account: token_delete; profile logins',
  references: ['https://techdocs.akamai.com/cloud-computing/docs/manage-personal-access-tokens'],
  anchors: ['linode'],
  expression:
    /linode[\w .-]{0,20}(?:token|key|pat)["']?(?: is)?\s{0,3}[:=]?\s{0,3}["'<]?(?<secret>[0-9a-f]{64})(?![\w-])/gi,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: 'LINODE_TOKEN=fa4ecd3f22c57f814bf919df14119d82a326e132bcc9e0a34c9eb09b00373f57',
      finds: ['fa4ecd3f22c57f814bf919df14119d82a326e132bcc9e0a34c9eb09b00373f57'],
    },
    { text: 'linode token: <token>', finds: [] },
  ],
};

export default pattern;
