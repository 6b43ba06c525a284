import { sql } from '../../store/sql.ts';
import { user } from '../application-record.ts';
import { type Check, exported, needsUsers } from '../check.ts';
import { fullAccess, mailbox } from '../exchange-record.ts';
import { doubtfulTrustees, manyMailboxes } from '../mailbox-question.ts';

const eleven = Array.from({ length: manyMailboxes + 1 }, (_, number) => `box-${number + 1}`);

const check: Check = {
  check: 'mailbox-full-access',
  title: `Nobody opens other mailboxes who is disabled, dormant, a guest, a test, or opens more than ${manyMailboxes}`,
  lesson: 'mailbox-access',
  severity: 'medium',
  risk: 'Who takes over the account reads every mailbox that it may open, and the owners notice nothing. An account that nobody watches should open none.',
  incident:
    'The intruder wanted the mail of a few people. An account that may open their mailboxes would have been as good as the application.',
  references: [
    'https://learn.microsoft.com/en-us/exchange/recipients-in-exchange-online/manage-permissions-for-recipients',
    'https://www.cisa.gov/news-events/cybersecurity-advisories/aa24-057a',
  ],
  fix: {
    portal:
      'Exchange admin center > Recipients > Mailboxes > the mailbox > Delegation > Read and manage (Full Access) > remove',
    command: 'Remove-MailboxPermission -Identity <mailbox> -User <trustee> -AccessRights FullAccess',
  },
  needs: [
    exported('permissions on mailboxes (Get-MailboxPermission)', 'mailbox_permission', sql`"right" = 'FullAccess'`),
    needsUsers,
  ],
  objects: doubtfulTrustees('FullAccess'),
  examples: [
    {
      name: 'test, disabled, unused, many, by name, path and distinguished name; a deputy of one, the owner himself',
      records: [
        mailbox('board'),
        user('kim'),
        user('test.legacy'),
        user('gone', { accountEnabled: false }),
        user('lee', { signInActivity: { lastSignInDateTime: '2024-01-01T00:00:00Z' } }),
        user('backup'),
        fullAccess('board', 'kim@frostline.example'),
        fullAccess('board', 'test.legacy@frostline.example'),
        fullAccess(
          'board',
          'PROD.OUTLOOK.COM/Microsoft Exchange Hosted Organizations/frostline.onmicrosoft.example/gone',
        ),
        fullAccess(
          'board',
          'CN=lee,OU=frostline.onmicrosoft.example,OU=Microsoft Exchange Hosted Organizations,DC=PROD',
        ),
        fullAccess('lee', 'lee@frostline.example'),
        ...eleven.flatMap((name) => [mailbox(name), fullAccess(name, 'backup@frostline.example')]),
      ],
      verdict: 'not-met',
      objects: ['backup', 'gone', 'lee', 'test.legacy'],
    },
    {
      name: 'a member of a group that opens many',
      records: [
        user('kim'),
        {
          id: 'g1',
          displayName: 'Helpdesk',
          securityEnabled: true,
          groupTypes: [],
          mail: 'helpdesk@frostline.example',
          members: [{ '@odata.type': '#microsoft.graph.user', id: 'kim' }],
        },
        ...eleven.flatMap((name) => [mailbox(name), fullAccess(name, 'helpdesk@frostline.example')]),
      ],
      verdict: 'not-met',
      objects: ['g1', 'kim'],
    },
    {
      name: 'a deputy',
      records: [mailbox('board'), user('kim'), fullAccess('board', 'kim@frostline.example')],
      verdict: 'met',
    },
    { name: 'permissions are not there', records: [mailbox('board'), user('kim')], verdict: 'not-examined' },
  ],
};

export default check;
