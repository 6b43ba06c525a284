import { sql } from '../store/sql.ts';
import type { Analysis } from './analysis.ts';
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
  query: sql`
    with denied as (
      select *, count(*) over (partition by principal order by time range between interval 1 hour preceding and current row) as prompts
      from attempt where errorCode in (500121, 50088)
    ), hit as (
      select principal, min(time) - interval 1 hour as since, max(time) as until from denied where prompts >= ${promptsAtLeast} group by all
    )
    select d.principal as key, source_table, file_id, record
    from denied d join hit h on d.principal = h.principal and d.time between h.since and h.until`,
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
