import { sql } from '../../store/sql.ts';
import { type Check, logged } from '../check.ts';
import { user } from '../graph-record.ts';
import { auditRecord, signIn } from '../log-record.ts';

const days = 75;

/** Says how far the logs of the case reach, which is what the tenant kept or what was exported of it. */
const check: Check = {
  check: 'logs-long-enough',
  title: `The logs reach back ${days} days`,
  lesson: 'logging',
  severity: 'medium',
  risk: 'The first step of an intrusion lies weeks before the day on which somebody notices. If the log begins after it, nobody finds out how it was done.',
  incident:
    'The intrusion lasted from late November to 12 January. Who looks for one like it months later needs logs that reach so far.',
  references: [
    'https://www.cisa.gov/news-events/cybersecurity-advisories/aa24-057a',
    'https://learn.microsoft.com/en-us/entra/identity/monitoring-health/reference-reports-data-retention',
    'https://learn.microsoft.com/en-us/purview/audit-log-retention-policies',
  ],
  fix: {
    portal:
      'Entra admin center > Monitoring > Diagnostic settings: to a Log Analytics workspace or storage, kept for a year; Microsoft Purview portal > Audit > Audit retention policies',
    command:
      'New-UnifiedAuditLogRetentionPolicy -Name "One year" -RecordTypes AzureActiveDirectory, ExchangeAdmin, ExchangeItemAggregated -RetentionDuration TwelveMonths -Priority 1',
  },
  needs: [logged('sign-in logs or the unified audit log', 'sign-in', 'unified-audit')],
  objects: sql`
    with seen as (
      select log, min(file_id) as file_id from (select log, file_id from sign_in union all select log, file_id from activity) group by log
    ), span as (
      select log, min(day) as first, max(day) as last, date_diff('day', min(day), max(day)) + 1 as days from coverage where log in ('sign-in', 'unified-audit') group by log
    )
    select t.tenantId, 'log' as type, p.log as id, case p.log when 'sign-in' then 'Sign-in log' else 'Unified audit log' end as name,
      p.days || case when p.days = 1 then ' day, ' else ' days, ' end || strftime(p.first, '%Y-%m-%d') || ' to ' || strftime(p.last, '%Y-%m-%d') as because, s.file_id, 1 as record
    from span p join seen s using (log) cross join settled_tenant t where p.days < ${days}`,
  examples: [
    {
      name: 'sign-ins of a month, the audit log of three',
      records: [
        user('u1'),
        signIn('s1', '2026-10-20T08:00:00Z'),
        signIn('s2', '2026-11-20T08:00:00Z'),
        auditRecord('a1', '2026-08-20T08:00:00'),
        auditRecord('a2', '2026-11-20T08:00:00'),
      ],
      verdict: 'not-met',
      objects: ['sign-in'],
    },
    {
      name: 'sign-ins of three months',
      records: [user('u1'), signIn('s1', '2026-08-20T08:00:00Z'), signIn('s2', '2026-11-20T08:00:00Z')],
      verdict: 'met',
    },
    { name: 'a directory without logs says nothing', records: [user('u1')], verdict: 'not-examined' },
  ],
};

export default check;
