import { sql } from '../store/sql.ts';
import type { Analysis } from './analysis.ts';
import { repeatedWithinAnHour } from './attempt.ts';
import { signInExample } from './example-record.ts';

const attemptsAtLeast = 15;

const analysis: Analysis = {
  detection: 'password-brute-force',
  title: 'Many passwords tried at one account',
  description: `${attemptsAtLeast} or more wrong passwords at one account within an hour.`,
  severity: 'medium',
  techniques: ['T1110.001'],
  next: 'Ask whether the person or a device with an old password did this; if not, look for a sign-in that succeeded afterwards.',
  falsePositives: ['A phone or service that keeps trying an expired password.'],
  references: ['https://attack.mitre.org/techniques/T1110/001/'],
  logs: ['sign-in', 'non-interactive-sign-in', 'adfs-sign-in', 'unified-audit'],
  query: repeatedWithinAnHour(sql`(50126, 50053, 50056)`, attemptsAtLeast),
  examples: [
    {
      name: 'twenty in twenty minutes',
      fires: true,
      records: Array.from({ length: 20 }, (_, minute) =>
        signInExample(`brute-${minute}`, minute, 'ada', 50126, { userAgent: `U${minute}` }),
      ),
    },
    {
      name: 'twenty over five days',
      fires: false,
      records: Array.from({ length: 20 }, (_, index) =>
        signInExample(`slow-${index}`, index * 360, 'ben', 50126, { ipAddress: '192.0.2.5', userAgent: `V${index}` }),
      ),
    },
  ],
};

export default analysis;
