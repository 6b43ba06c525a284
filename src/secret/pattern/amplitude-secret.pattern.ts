import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'amplitude-secret',
  title: 'Secret key of an Amplitude project',
  system: 'Amplitude',
  severity: 'low',
  owner: 'administrator of the Amplitude organization',
  lifetime: 'until replaced',
  reset: {
    portal:
      'Amplitude > Settings > Projects > the project > General > ask support to rotate, or make a new project key',
  },
  proof: 'Amplitude > Settings > Activity log',
  references: ['https://amplitude.com/docs/apis/authentication'],
  anchors: ['amplitude'],
  expression:
    /amplitude[^]{0,60}?(?:secret|api)[_ -]?key["'\])]{0,2}[ \t]{0,4}(?:=>|[:=]|is|ist|to)?[ \t]{0,4}["'<]{0,2}(?<secret>[0-9a-f]{32})(?![\w-])/gi,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    { text: 'AMPLITUDE_SECRET_KEY=decafbad1c265cd519c269312d79297c', finds: ['decafbad1c265cd519c269312d79297c'] },
    { text: 'amplitude event decafbad7f8d651e01a9c69353c2706c', finds: [] },
  ],
};

export default pattern;
