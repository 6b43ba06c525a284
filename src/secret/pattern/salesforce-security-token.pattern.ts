import { isAssigned } from '../assigned.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'salesforce-security-token',
  title: 'Password or security token of a Salesforce user',
  system: 'Salesforce',
  severity: 'high',
  owner: 'the user; Salesforce administrator',
  lifetime: 'until reset; a new password makes a new token',
  reset: {
    portal: 'the user > Settings > Reset My Security Token, and Setup > Users > the user > Reset Password',
    command: 'sf org generate password --on-behalf-of <user name>',
  },
  proof: 'Setup > Login History of the user (API logins); the mail "Your new Salesforce security token"',
  references: ['https://help.salesforce.com/s/articleView?id=sf.user_security_token.htm'],
  anchors: ['salesforce', 'sfdc', 'sf_'],
  expression:
    /(?:salesforce|sfdc|(?<!\w)sf)[_. -]?(?:api|user)?[_. -]?(?:password|pwd|security[_ -]?token)(?<sign>["']?[ \t]{0,4}(?:=>|:=|[:=])[ \t]{0,4}["']?)(?<secret>[^\s"'<>]{8,100}?)(?=["'<>\s,;]|[.]?(?:\s|$))/gi,
  isSecret: isAssigned,
  examples: [
    { text: 'SALESFORCE_PASSWORD=Kran1ch!nA4t', finds: ['Kran1ch!nA4t'] },
    { text: '> Salesforce security token: N0tR3al8B9iAHoCqQ8Sskju2.', finds: ['N0tR3al8B9iAHoCqQ8Sskju2'] },
    { text: 'salesforce security token: it comes by mail', finds: [] },
  ],
};

export default pattern;
