import { isAssigned } from '../assigned.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'servicenow-basic',
  title: 'User name and password of ServiceNow',
  system: 'ServiceNow',
  severity: 'high',
  owner: 'administrator of the ServiceNow instance',
  lifetime: 'until changed',
  reset: {
    portal:
      'ServiceNow > User Administration > Users > the user > Set Password; lock out integration users no longer needed; end sessions under User Administration > Logged in users',
  },
  proof:
    "ServiceNow > System Logs > Transactions and sysevent login records of the user; sys_audit of the user's record",
  references: ['https://www.servicenow.com/docs/'],
  anchors: ['service-now.com', 'servicenow', 'snow_'],
  expression:
    /(?:(?<![\w-])(?<host>[\w-]{1,60}\.service-now\.com)[^]{0,120}?|servicenow[_. -]?(?:api[_. -]?)?|snow[_-])(?:pass(?:word|wd)?|pwd)(?<sign>["']?[ \t]{0,4}(?:=>|:=|[:=])[ \t]{0,4}["']?)(?<secret>[^\s"'<>]{6,100}?)(?=["'<>\s,;]|[.]?(?:\s|$))/gi,
  isSecret: isAssigned,
  examples: [
    { text: 'SERVICENOW_PASSWORD=N0tR3al-Kran1ch', finds: ['N0tR3al-Kran1ch'] },
    { text: '> https://corp.service-now.com user=api.reader password: Kran1ch!nA4t.', finds: ['Kran1ch!nA4t'] },
    { text: 'servicenow password: your administrator has it', finds: [] },
  ],
};

export default pattern;
