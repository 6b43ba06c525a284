import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'mongodb-atlas-key',
  title: 'API key or service account secret of MongoDB Atlas',
  system: 'MongoDB Atlas',
  severity: 'critical',
  owner: 'owner of the Atlas organization',
  lifetime: 'API key until deleted; service account secret up to one year',
  reset: {
    portal: 'cloud.mongodb.com > Organization Access Manager > Applications > API Keys (or Service Accounts) > Delete',
    command: 'atlas organizations apiKeys delete <id>',
  },
  proof: 'Atlas > Organization > Activity Feed: API key deleted, access from address',
  references: ['https://www.mongodb.com/docs/atlas/configure-api-access/'],
  anchors: ['atlas', 'mdb_sa_sk_'],
  expression:
    /(?:(?=mdb_sa_sk_)|atlas[^]{0,120}?(?:private[_ -]?key|api[_ -]?key|api[_ -]?secret)["'\])]{0,2}[ \t]{0,4}(?:=>|[:=]|is|ist|to)?[ \t]{0,4}["'<]{0,2})(?<secret>mdb_sa_sk_[\w-]{40}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![\w-])/gi,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: 'MONGODB_ATLAS_PRIVATE_KEY=decafbad-1256-4715-a425-40e5c0a09a13',
      finds: ['decafbad-1256-4715-a425-40e5c0a09a13'],
    },
    {
      text: '> mdb_sa_sk_N0tR3alfhKwcf4AjY8Xf9ZXTNPvR6NE7XKVNPBKm.',
      finds: ['mdb_sa_sk_N0tR3alfhKwcf4AjY8Xf9ZXTNPvR6NE7XKVNPBKm'],
    },
    { text: 'atlas project decafbad-81bc-4630-a316-36fd50b402b0', finds: [] },
  ],
};

export default pattern;
