import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'adyen-api-key',
  title: 'API key of Adyen',
  system: 'Adyen',
  severity: 'critical',
  owner: 'administrator of the Adyen company account',
  lifetime: 'until replaced; the old one works 24 hours more',
  reset: {
    portal:
      'Adyen Customer Area > Developers > API credentials > the credential > Server settings > API key > Generate new API key, and expire the old one',
  },
  proof: 'Adyen Customer Area > Developers > API logs; Settings > Audit log',
  references: ['https://docs.adyen.com/development-resources/api-credentials/'],
  anchors: ['AQE', 'adyen'],
  expression: /(?<![\w-])(?<secret>AQE[\w-]hm[A-Za-z0-9+/=*-]{60,250}-[A-Za-z0-9+/=]{40,60}-[^\s"'<>\\]{8,24})/g,
  reach: { before: 2, after: 360 },
  isSecret: (secret) => !isInvented(secret),
  shownCharacters: 3,
  examples: [
    {
      text: '> x-api-key: AQEyhmN0tR3al6WMKBeGAkKc8PKqozpSBu7Tk7Zynzu5PwmhyehqoWXKDTsVPRyQER9BoKGNsw5tedksVGwrJhKAHGf4bMYJ-N0tR3alg8vzahKgPUhQ9ya6fyi5BNpra8yTps9kU9qSE-bJkJvFo9me4jAVBn',
      finds: [
        'AQEyhmN0tR3al6WMKBeGAkKc8PKqozpSBu7Tk7Zynzu5PwmhyehqoWXKDTsVPRyQER9BoKGNsw5tedksVGwrJhKAHGf4bMYJ-N0tR3alg8vzahKgPUhQ9ya6fyi5BNpra8yTps9kU9qSE-bJkJvFo9me4jAVBn',
      ],
    },
    { text: 'adyen AQEyhmx', finds: [] },
  ],
};

export default pattern;
