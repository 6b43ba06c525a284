import { sql } from '../../store/sql.ts';
import { user } from '../application-record.ts';
import { type Check, exported, needsUsers } from '../check.ts';
import { fullAccess, mailbox, sendAs } from '../exchange-record.ts';
import { doubtfulTrustees, manyMailboxes } from '../mailbox-question.ts';

const check: Check = {
  check: 'mailbox-send-as',
  title: `Nobody sends as others who is disabled, dormant, a guest, a test, or sends as more than ${manyMailboxes}`,
  lesson: 'mailbox-access',
  severity: 'medium',
  risk: 'Mail that comes from the real address of somebody is believed. Who takes over the account writes in his name, to colleagues and to customers.',
  incident:
    'Not known to have been used in this intrusion. This actor sends its phishing from accounts of organizations that it is in.',
  references: [
    'https://learn.microsoft.com/en-us/exchange/recipients-in-exchange-online/manage-permissions-for-recipients',
    'https://www.cisa.gov/news-events/cybersecurity-advisories/aa24-057a',
  ],
  fix: {
    portal: 'Exchange admin center > Recipients > Mailboxes > the mailbox > Delegation > Send as > remove',
    command: 'Remove-RecipientPermission -Identity <mailbox> -Trustee <trustee> -AccessRights SendAs',
  },
  needs: [
    exported('permissions to send (Get-RecipientPermission)', 'mailbox_permission', sql`"right" = 'SendAs'`),
    needsUsers,
  ],
  objects: doubtfulTrustees('SendAs'),
  examples: [
    {
      name: 'a guest and a test; an assistant; one who may only read',
      records: [
        mailbox('board'),
        user('kim'),
        user('guest', { userPrincipalName: 'guest_partner.example#EXT#@frostline.example', userType: 'Guest' }),
        user('u1', { displayName: 'Test mailer' }),
        user('demo'),
        sendAs('board', 'kim'),
        sendAs('board', 'guest_partner.example#EXT#@frostline.example'),
        sendAs('board', 'Test mailer'),
        fullAccess('board', 'demo'),
      ],
      verdict: 'not-met',
      objects: ['guest', 'u1'],
    },
    { name: 'an assistant', records: [mailbox('board'), user('kim'), sendAs('board', 'kim')], verdict: 'met' },
    {
      name: 'only who may open is there',
      records: [mailbox('board'), user('kim'), fullAccess('board', 'kim')],
      verdict: 'not-examined',
    },
  ],
};

export default check;
