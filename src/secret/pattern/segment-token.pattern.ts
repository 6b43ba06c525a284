import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'segment-token',
  title: 'Token or write key of Twilio Segment',
  system: 'Segment',
  severity: 'medium',
  owner: 'owner of the Segment workspace',
  lifetime: 'until removed',
  reset: {
    portal:
      'app.segment.com > Settings > Workspace settings > Access Management > Tokens > Remove; write key: the source > Settings > API Keys > regenerate',
  },
  proof: 'Segment > Settings > Audit trail',
  references: ['https://segment.com/docs/api/public-api/'],
  anchors: ['sgp_', 'segment'],
  expression:
    /(?<![\w-])(?<secret>sgp_[A-Za-z0-9]{60,70}|(?<=segment[_ -]?(?:write|api)[_ -]?key["' ]{0,2}[=:][ "']{0,3})[A-Za-z0-9]{32})(?![\w-])/gi,
  reach: { before: 50, after: 80 },
  isSecret: (secret) => !isInvented(secret),
  shownCharacters: 4,
  examples: [
    {
      text: '> sgp_N0tR3al7t9CPj2tJdy6rXf8p2FVjy6aWiJSkRKz79XBWATZ26Si3VAU74mvP7nFD.',
      finds: ['sgp_N0tR3al7t9CPj2tJdy6rXf8p2FVjy6aWiJSkRKz79XBWATZ26Si3VAU74mvP7nFD'],
    },
    { text: 'SEGMENT_WRITE_KEY=N0tR3aldQitPej9RpnjfnAHG6ifzTdEq', finds: ['N0tR3aldQitPej9RpnjfnAHG6ifzTdEq'] },
    { text: 'the segment N0tR3alNQ2iLqLBcHEB3GghfaLHsWM9Z', finds: [] },
  ],
};

export default pattern;
