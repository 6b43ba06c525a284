import { sql } from '../store/sql.ts';
import type { Analysis } from './analysis.ts';
import { repeatedWithinAnHour } from './attempt.ts';
import { signInExample } from './example-record.ts';

const promptsAtLeast = 5;

const analysis: Analysis = {
  detection: 'mfa-prompts-flooded',
  title: 'A person was flooded with multi-factor prompts',
  description: `${promptsAtLeast} or more multi-factor requests that were denied or not answered, of one account within an hour.`,
  severity: 'high',
  techniques: ['T1621'],
  next: 'The password is known to somebody: reset it, ask the person what they approved, and look for a success right after.',
  falsePositives: ['A phone without network, whose owner tries again and again.'],
  references: ['https://attack.mitre.org/techniques/T1621/'],
  logs: ['sign-in', 'non-interactive-sign-in', 'adfs-sign-in', 'unified-audit'],
  query: repeatedWithinAnHour(sql`(500121, 50088)`, promptsAtLeast),
  examples: [
    {
      name: 'six prompts in half an hour',
      fires: true,
      records: Array.from({ length: 6 }, (_, index) => signInExample(`prompt-${index}`, index * 5, 'ada', 500121)),
    },
    {
      name: 'two prompts not answered',
      fires: false,
      records: [signInExample('missed-1', 0, 'ben', 500121), signInExample('missed-2', 30, 'ben', 500121)],
    },
  ],
};

export default analysis;
