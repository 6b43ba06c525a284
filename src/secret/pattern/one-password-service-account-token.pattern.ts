import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'one-password-service-account-token',
  title: 'Service account token or Secret Key of 1Password',
  system: '1Password',
  severity: 'critical',
  owner: 'owner of the service account, or the person',
  lifetime: 'as it was made, up to never',
  reset: {
    portal:
      '1Password.com > Developer > the service account > Rotate or Revoke token; a Secret Key: My Profile > Regenerate Secret Key; then rotate what the vaults held',
  },
  proof: '1Password Events: usage of the service account; activity log',
  references: ['https://developer.1password.com/docs/service-accounts/manage-service-accounts/'],
  anchors: ['ops_eyJ', 'A3-'],
  expression:
    /(?<![A-Za-z0-9-])(?<secret>ops_eyJ[A-Za-z0-9_-]{200,2000}={0,2}|A3-[A-Z0-9]{6}-(?:[A-Z0-9]{6}-[A-Z0-9]{5}|[A-Z0-9]{11})-[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5})(?![\w-])/g,
  reach: { before: 4, after: 2100 },
  isSecret: (secret) => !isInvented(secret.slice(3, 200)) && (secret.startsWith('A3-') || secret.length > 200),
  examples: [
    {
      text: 'Secret Key: A3-FAKE12-VEPDV2-SUON2-FAK3X-T9QWE-7HJKL',
      finds: ['A3-FAKE12-VEPDV2-SUON2-FAK3X-T9QWE-7HJKL'],
    },
    {
      text: 'OP_SERVICE_ACCOUNT_TOKEN=ops_eyJFakexBqDzLLWeGJ2zVyXCtkp6FI72lRFWGwgntmEFm7Un4QNbEXeQzKG5A3mTn37pOddoB1oTz7jEw8CPFoLPL29yohKVE6fMMPlWPSZIUDae9dgFilw54ZUXVIhrBfeZ4Ic6CpL0TRVO0m8dKH5RwVGctAirrzIozgWKr2VA54dUwhwrNACPR4RzBQ3TpJH1GmWY7AMupkuC9yOf99IJMXpmIP48YgQ9MBUX5AHGfhlXaOSChWIpUB9TRtErJOkWTLEhjVC9mNL0t8ZB3eneRD1WW4XBdRmzkU8aQ7AZXtUBQsRtbiZiMrwDhDzQHbRQIZFjvWMVWTGjUURz9TIZfunhNxQqSVbIzethFxtWamZfjeyD7KBJ6P2MV2nDwo2lTrMbbKT2Ek6IiIg',
      finds: [
        'ops_eyJFakexBqDzLLWeGJ2zVyXCtkp6FI72lRFWGwgntmEFm7Un4QNbEXeQzKG5A3mTn37pOddoB1oTz7jEw8CPFoLPL29yohKVE6fMMPlWPSZIUDae9dgFilw54ZUXVIhrBfeZ4Ic6CpL0TRVO0m8dKH5RwVGctAirrzIozgWKr2VA54dUwhwrNACPR4RzBQ3TpJH1GmWY7AMupkuC9yOf99IJMXpmIP48YgQ9MBUX5AHGfhlXaOSChWIpUB9TRtErJOkWTLEhjVC9mNL0t8ZB3eneRD1WW4XBdRmzkU8aQ7AZXtUBQsRtbiZiMrwDhDzQHbRQIZFjvWMVWTGjUURz9TIZfunhNxQqSVbIzethFxtWamZfjeyD7KBJ6P2MV2nDwo2lTrMbbKT2Ek6IiIg',
      ],
    },
    { text: 'ops_DUMMY', finds: [] },
    { text: 'A3-XXXXXX-XXXXXX-XXXXX-XXXXX-XXXXX-XXXXX', finds: [] },
  ],
};

export default pattern;
