import { sql } from '../store/sql.ts';
import type { Analysis } from './analysis.ts';
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
  query: sql`
    with wrong as (
      select *, count(*) over (partition by principal order by time range between interval 1 hour preceding and current row) as attempts
      from attempt where errorCode in (50126, 50053, 50056)
    ), hit as (
      select principal, min(time) - interval 1 hour as since, max(time) as until from wrong where attempts >= ${attemptsAtLeast} group by all
    )
    select w.principal as key, source_table, file_id, record
    from wrong w join hit h on w.principal = h.principal and w.time between h.since and h.until`,
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
