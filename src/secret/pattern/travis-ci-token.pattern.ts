import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'travis-ci-token',
  title: 'API token of Travis CI',
  system: 'Travis CI',
  severity: 'high',
  owner: 'user',
  lifetime: 'until regenerated',
  reset: { portal: 'Travis CI > Settings > the user > API authentication > Regenerate token' },
  proof: 'builds and settings of the repositories since the leak',
  references: ['https://docs.travis-ci.com/user/triggering-builds/'],
  anchors: ['travis'],
  expression:
    /travis[ _-]?(?:ci[ _-]?)?(?:api[ _-]?|access[ _-]?)?token["']?(?: is)?\s{0,3}[:=]?\s{0,3}["'<]?(?<secret>[\w-]{20,22})(?![\w-])/gi,
  isSecret: (secret) => !isInvented(secret) && /\d/.test(secret),
  examples: [
    { text: 'TRAVIS_TOKEN=Fake4FakesMXyqKBl3z5W4', finds: ['Fake4FakesMXyqKBl3z5W4'] },
    { text: 'travis token: see the vault', finds: [] },
  ],
};

export default pattern;
