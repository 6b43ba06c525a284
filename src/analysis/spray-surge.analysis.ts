import { sql } from '../store/sql.ts';
import type { Analysis } from './analysis.ts';
import { signInExample } from './example-record.ts';

/** Whole weeks from Monday 2024-01-15 on, with these numbers of guesses, each at another account, and a sign-in before and after. */
const weeks = (id: string, counts: readonly number[]) => {
  const monday = (5 * 24 - 6) * 60;
  const minuteOf = (week: number) => monday + week * 10_080;
  return [
    signInExample(`${id}-first`, 0, 'ada', 0),
    ...counts.flatMap((count, week) =>
      Array.from({ length: count }, (_, index) =>
        signInExample(`${id}-${week}-${index}`, minuteOf(week) + index * 60, `${id}${index}`, 50126, {
          ipAddress: `198.51.${week}.${index}`,
          userAgent: 'SurgeAgent',
        }),
      ),
    ),
    signInExample(`${id}-last`, minuteOf(counts.length) + 1440, 'ada', 0),
  ];
};

const analysis: Analysis = {
  detection: 'spray-surge',
  title: 'Password guessing surges',
  description:
    'Wrong passwords from strange sources, whole weeks compared: three times as many within four weeks, or twice as many after three weeks or more that each rose, and more than chance.',
  severity: 'medium',
  techniques: ['T1110.003'],
  next: 'Look at the campaigns of these weeks and at the accounts that opened; expect more, and watch the accounts without a second factor.',
  falsePositives: ['A migration during which many programs keep old passwords.'],
  references: [
    'https://attack.mitre.org/techniques/T1110/003/',
    'https://msrc.microsoft.com/blog/2024/03/update-on-microsoft-actions-following-attack-by-nation-state-actor-midnight-blizzard/',
  ],
  logs: ['sign-in', 'non-interactive-sign-in', 'adfs-sign-in', 'unified-audit'],
  query: sql`
    select 'surge since ' || s.first::date as key, source_table, file_id, record
    from sprayed_guess g join surge s on g.time >= s.first and g.time < s.until
    where kind = 'spray' or (kind is null and isStrange and not isExplained)`,
  reasons: sql`select 'surge since ' || first::date as key, why from surge`,
  examples: [
    { name: 'from eight a week to eighty', fires: true, records: weeks('rise', [8, 20, 80]) },
    { name: 'about the same every week', fires: false, records: weeks('flat', [30, 34, 28]) },
  ],
};

export default analysis;
