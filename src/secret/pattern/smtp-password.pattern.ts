import { isAssigned } from '../assigned.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'smtp-password',
  title: 'Password of a mail account in settings (SMTP, IMAP or POP3)',
  system: 'mail server (SMTP, IMAP, POP3)',
  severity: 'high',
  owner: 'owner of the mailbox or of the application that sends',
  lifetime: 'until the password is changed',
  reset: {
    portal:
      "the mail provider's administration > the mailbox > reset the password, end its sessions and remove app passwords",
  },
  proof: 'sign-in logs of the account (Entra: client app SMTP, IMAP4, POP3); message trace for what was sent',
  references: [
    'https://learn.microsoft.com/en-us/exchange/clients-and-mobile-in-exchange-online/authenticated-client-smtp-submission',
  ],
  anchors: ['smtp', 'mail_', 'email_', 'imap', 'pop3'],
  // One of the names under which software keeps it, not a sentence.
  expression:
    /(?<![a-z])(?:smtp|e?mail|imap|pop3)(?:[_. -](?:host|auth|relay|server|account)){0,2}[_. -]?(?:pass(?:word|wd)?|pwd|passwort|kennwort)(?<sign>["']?[ \t]{0,4}(?:=>|:=|[:=])[ \t]{0,4}["']?)(?<secret>[^\s"'<>]{6,100}?)(?=["'<>\s,;]|[.]?(?:\s|$))/gi,
  isSecret: isAssigned,
  examples: [
    { text: 'SMTP_PASSWORD=N0tR3al-Kran1ch', finds: ['N0tR3al-Kran1ch'] },
    { text: '> mail.smtp.password = Kran1ch!nA4t\n', finds: ['Kran1ch!nA4t'] },
    { text: '"imapPassword": "Tr0mmel-W4gen",', finds: ['Tr0mmel-W4gen'] },
    { text: 'SMTP password: please ask me', finds: [] },
    { text: 'smtp_password=<password>', finds: [] },
  ],
};

export default pattern;
