import { sql } from '../store/sql.ts';
import type { Analysis } from './analysis.ts';
import { auditExample } from './example-record.ts';

const mailboxesAtLeast = 3;

function read(id: string, minute: number, mailbox: string, application: string) {
  return auditExample(id, minute, 'MailItemsAccessed', {
    RecordType: 50,
    Workload: 'Exchange',
    UserType: 5,
    UserId: mailbox,
    MailboxOwnerUPN: mailbox,
    ClientAppId: application,
    ClientInfoString: 'Client=WebServices;',
    OperationProperties: [{ Name: 'MailAccessType', Value: 'Bind' }],
  });
}

const analysis: Analysis = {
  detection: 'many-mailboxes-read',
  title: 'One application read the mail of several mailboxes',
  description: `An application without a user read mail in ${mailboxesAtLeast} or more mailboxes.`,
  severity: 'high',
  techniques: ['T1114.002'],
  next: 'Ask whether this is known software such as backup or journaling; if not, revoke its permission and list the messages that the records name.',
  falsePositives: ['Backup, archiving, migration and mail security products.'],
  references: [
    'https://attack.mitre.org/techniques/T1114/002/',
    'https://learn.microsoft.com/purview/audit-log-investigate-accounts',
  ],
  logs: ['unified-audit'],
  query: sql`
    with access as (
      select file_id, record, coalesce(clientAppId, appId) as application, coalesce(mailboxOwner, principal) as mailbox
      from scoped_activity
      where operation = 'MailItemsAccessed' and actorType = 'application' and coalesce(clientAppId, appId) is not null
    ), reader as (
      select application from access group by all having count(distinct mailbox) >= ${mailboxesAtLeast}
    )
    select application as key, 'activity' as source_table, file_id, record from access semi join reader using (application)`,
  examples: [
    {
      name: 'four mailboxes',
      fires: true,
      records: ['a', 'b', 'c', 'd'].map((name, index) =>
        read(`mail-${name}`, index, `${name}@frostline.example`, 'eeeeeeee-0000-4000-8000-000000000001'),
      ),
    },
    {
      name: 'its own mailbox again and again',
      fires: false,
      records: [0, 1, 2, 3].map((minute) =>
        read(`scan-${minute}`, minute, 'scanner@frostline.example', 'eeeeeeee-0000-4000-8000-000000000002'),
      ),
    },
  ],
};

export default analysis;
