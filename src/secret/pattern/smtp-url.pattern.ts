import { isUserinfo } from '../userinfo.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'smtp-url',
  title: 'Mail server address with user name and password',
  system: 'mail server (SMTP, IMAP, POP3)',
  severity: 'high',
  owner: 'owner of the mailbox or of the application that sends',
  lifetime: 'until the password is changed',
  reset: {
    portal:
      "the mail provider's administration > the mailbox > reset the password, end its sessions and remove app passwords; in Exchange Online: block legacy authentication for it",
  },
  proof: 'sign-in logs of the account (Entra: client app SMTP, IMAP4, POP3); message trace for what was sent',
  references: [
    'https://learn.microsoft.com/en-us/exchange/clients-and-mobile-in-exchange-online/authenticated-client-smtp-submission',
    'https://www.rfc-editor.org/rfc/rfc5092',
  ],
  anchors: ['smtp://', 'smtps://', 'imap://', 'imaps://', 'pop3://', 'pop3s://'],
  expression:
    /(?:smtp|imap|pop3)s?:\/\/(?<account>[^\s:@/"'<>]{1,80}):(?<secret>[^\s/"'<>]{1,120})@(?<host>[\w.:[\]-]{0,199}[\w\]])/gi,
  isSecret: isUserinfo,
  examples: [
    { text: '> MAILER_DSN=smtp://alerts:N0tR3al-Kran1ch@mail.corp.example:587.', finds: ['N0tR3al-Kran1ch'] },
    { text: 'smtp://user:password@smtp.example.com', finds: [] },
    { text: 'smtp://mail.corp.example:587', finds: [] },
  ],
};

export default pattern;
