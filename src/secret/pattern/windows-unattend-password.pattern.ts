import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'windows-unattend-password',
  title: 'Password in an answer file of Windows Setup (unattend.xml)',
  system: 'Windows',
  severity: 'high',
  owner: 'administrators of deployment',
  lifetime: 'until changed on every computer that was installed with it',
  reset: {
    portal:
      'change the password on the computers (better: give it to LAPS) and take it out of the answer file and the image',
    command: 'Reset-LapsPassword',
  },
  proof: 'event 4724 for the account on the computers; the file in the deployment share',
  references: [
    'https://learn.microsoft.com/en-us/windows-hardware/customize/desktop/unattend/microsoft-windows-shell-setup-useraccounts-administratorpassword',
  ],
  anchors: ['AdministratorPassword', '<Value>', '<AutoLogon>'],
  // Plain, or the base64 of it with the name of the element after it, in UTF-16.
  expression: /<(?:AdministratorPassword|Password|UserPassword)>\s{0,20}<Value>(?<secret>[^<>\r\n]{3,300})<\/Value>/gi,
  isSecret: (secret) => !isInvented(secret) && !secret.includes('*SENSITIVE*'),
  examples: [
    {
      text: '<AdministratorPassword>\n  <Value>Fake4Setup!</Value>\n  <PlainText>true</PlainText>\n</AdministratorPassword>',
      finds: ['Fake4Setup!'],
    },
    {
      text: '<AutoLogon><Password><Value>RgBhAGsAZQA0AFAAYQBzAHMAdwBvAHIAZAA=</Value><PlainText>false</PlainText></Password>',
      finds: ['RgBhAGsAZQA0AFAAYQBzAHMAdwBvAHIAZAA='],
    },
    { text: '<AdministratorPassword>*SENSITIVE*DATA*DELETED*</AdministratorPassword>', finds: [] },
    { text: '<Password><Value></Value></Password>', finds: [] },
  ],
};

export default pattern;
