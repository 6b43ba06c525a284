import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'vault-unseal-key',
  title: 'Unseal or recovery key of HashiCorp Vault',
  system: 'HashiCorp Vault',
  severity: 'critical',
  owner: 'holder of the key share; administrators of Vault',
  lifetime: 'until rekeyed',
  reset: {
    portal: 'rekey with the other shares, so that old shares are worth nothing; rotate the encryption key, too',
    command: 'vault operator rekey -init; vault operator rotate',
  },
  proof: 'audit device: sys/rekey/update, sys/rotate',
  references: ['https://developer.hashicorp.com/vault/docs/commands/operator/rekey'],
  anchors: ['unseal', 'recovery key'],
  expression:
    /(?:unseal|recovery)(?: key)?(?: \d{1,2})?["']?(?: is)?\s{0,3}[:=]?\s{0,3}["'<]?(?<secret>[A-Za-z0-9+/]{44}|[A-Za-z0-9+/]{43}=|[0-9a-f]{64,66})(?![A-Za-z0-9+/=])/gi,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: 'Unseal Key 1: FakegqpAFzsAos9dwdiX7GpzAi3EcfcAin0OL8jJcsrf',
      finds: ['FakegqpAFzsAos9dwdiX7GpzAi3EcfcAin0OL8jJcsrf'],
    },
    {
      text: '> vault operator unseal FakeZan78as9CIe01tiW9S3EG11pDX4ZEoSaWQsRv8y6',
      finds: ['FakeZan78as9CIe01tiW9S3EG11pDX4ZEoSaWQsRv8y6'],
    },
    { text: 'Unseal Key 1: <key>', finds: [] },
  ],
};

export default pattern;
