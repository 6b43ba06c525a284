import { sql } from '../../store/sql.ts';
import { type Check, exported } from '../check.ts';
import { domain } from '../graph-record.ts';

const never = 2_147_483_647;

/** As CISA: a domain below another one follows that. Federated domains have no passwords of their own here. */
const check: Check = {
  check: 'domain-passwords-expire',
  title: 'Passwords do not expire',
  lesson: 'tenant-trust',
  severity: 'low',
  risk: 'Who has to change his password often chooses one that can be guessed: the season and the year. A spray tries exactly those.',
  incident: 'The first account fell to a spray with a small number of likely passwords.',
  references: [
    'https://github.com/cisagov/ScubaGear/blob/main/PowerShell/ScubaGear/baselines/aad.md',
    'https://learn.microsoft.com/en-us/microsoft-365/admin/misc/password-policy-recommendations',
  ],
  scuba: ['MS.AAD.6.1'],
  fix: {
    portal:
      'Microsoft 365 admin center > Settings > Org settings > Security & privacy > Password expiration policy > Set passwords to never expire',
    command: `Update-MgDomain -DomainId <domain> -BodyParameter @{ passwordValidityPeriodInDays = ${never} }`,
  },
  needs: [exported('managed domains', 'domain', sql`isVerified and lower(authenticationType) = 'managed'`)],
  objects: sql`
    with managed as (
      select d.*, coalesce((select lower(max(s.value)) = 'true' from now_setting s where s.tenantId = d.tenantId and s.policy = 'domain' and s.object = d.id and s.path = 'isroot'), true) as isRoot
      from now_domain d where d.isVerified and lower(d.authenticationType) = 'managed'
    )
    select tenantId, 'domain' as type, id, id as name,
      case when passwordValidityPeriodInDays is null then 'passwords expire after the time that Microsoft set' else 'passwords expire after ' || passwordValidityPeriodInDays || ' days' end as because,
      file_id, record
    from managed m where passwordValidityPeriodInDays is distinct from ${never} and (isRoot or not exists (
      select 1 from managed r where r.tenantId = m.tenantId and r.isRoot and ends_with(m.id, '.' || r.id) and r.passwordValidityPeriodInDays = ${never}))`,
  examples: [
    {
      name: 'after 90 days; never; below one of never; federated; not verified',
      records: [
        domain('frostline.example', { passwordValidityPeriodInDays: 90 }),
        domain('lab.example'),
        domain('a.lab.example', { isRoot: false, passwordValidityPeriodInDays: null }),
        domain('fed.example', { authenticationType: 'Federated', passwordValidityPeriodInDays: 90 }),
        domain('new.example', { isVerified: false, passwordValidityPeriodInDays: 90 }),
      ],
      verdict: 'not-met',
      objects: ['frostline.example'],
    },
    { name: 'never', records: [domain('lab.example')], verdict: 'met' },
    {
      name: 'only a federated domain',
      records: [domain('fed.example', { authenticationType: 'Federated' })],
      verdict: 'not-examined',
    },
  ],
};

export default check;
