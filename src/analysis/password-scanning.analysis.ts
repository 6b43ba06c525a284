import { sql } from '../store/sql.ts';
import type { Analysis } from './analysis.ts';
import { signInExample } from './example-record.ts';

/** Forty attempts of one scanner that tries names nobody has, so many minutes apart. */
const scan = (step: number) =>
  Array.from({ length: 40 }, (_, index) =>
    signInExample(`scan-${step}-${index}`, index * step, `nobody${index % 9}`, 50034, {
      ipAddress: '198.51.100.77',
      clientAppUsed: 'IMAP4',
      userAgent: 'CBAInPROD',
    }),
  );

const analysis: Analysis = {
  detection: 'password-scanning',
  title: 'Scanners on the internet try passwords all the time',
  description:
    'Wrong passwords by sources that were there from the beginning of the evidence to its end at a steady pace, often at accounts that do not exist or over old protocols. Every tenant has them; they are kept apart so that they hide no spray.',
  severity: 'low',
  techniques: ['T1110.003'],
  next: 'Switch off the protocols that they use if nobody needs them; nothing else has to be done.',
  falsePositives: ['A spray that is older than the evidence and uses a list of names of which most are gone.'],
  references: ['https://attack.mitre.org/techniques/T1110/003/'],
  logs: ['sign-in', 'non-interactive-sign-in', 'adfs-sign-in', 'unified-audit'],
  query: sql`
    select a.campaign as key, source_table, file_id, record from strange_attempt a
    join campaign c on c.campaign = a.campaign and c.kind = 'scanning'`,
  reasons: sql`select key, why from campaign_reason join campaign on campaign = key and kind = 'scanning'`,
  examples: [
    { name: 'six weeks at names that nobody has', fires: true, records: scan(1500) },
    { name: 'the same within twenty hours is a spray', fires: false, records: scan(30) },
  ],
};

export default analysis;
