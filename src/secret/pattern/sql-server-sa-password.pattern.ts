import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'sql-server-sa-password',
  title: 'Password of the login sa of SQL Server',
  system: 'Microsoft SQL Server',
  severity: 'critical',
  owner: 'administrators of databases',
  lifetime: 'until changed',
  reset: {
    portal: 'SQL Server Management Studio > Security > Logins > sa > change the password, better: disable the login',
    command: "ALTER LOGIN sa WITH PASSWORD = '<new password>'; ALTER LOGIN sa DISABLE",
  },
  proof: "LOGINPROPERTY('sa', 'PasswordLastSetTime'); error log of the server: 18456, logins of sa by client address",
  references: ['https://learn.microsoft.com/en-us/sql/relational-databases/security/choose-an-authentication-mode'],
  anchors: ['=sa', '= sa', '-U sa', '-Usa', 'SA_PASSWORD'],
  expression:
    /(?:\b(?:User ID|UserId|Uid|User|Username|Login)\s{0,2}=\s{0,2}sa\s{0,2};[^"'<>\r\n]{0,120}?(?:Password|Pwd)\s{0,2}=\s{0,2}|\b(?:sqlcmd|osql|bcp)\b[^\r\n]{0,160}?-U ?["']?sa["']?\s{1,3}-P ?["']?|\bSA_PASSWORD["']?\s{0,3}[=:]\s{0,3}["']?)(?<secret>[^;"'<>\s]{3,128})/gi,
  reach: { before: 400, after: 400 },
  isSecret: (secret) => !isInvented(secret) && !secret.startsWith('$'),
  examples: [
    { text: 'Server=sql01;Database=crm;User ID=sa;Password=Fake4Sa!;', finds: ['Fake4Sa!'] },
    { text: 'sqlcmd -S sql01 -U sa -P Fake#sa22 -Q "select 1"', finds: ['Fake#sa22'] },
    { text: 'docker run -e SA_PASSWORD=Fake4Docker! mssql', finds: ['Fake4Docker!'] },
    { text: 'Server=sql01;User ID=sa;Password=<password>;', finds: [] },
    { text: 'sqlcmd -S sql01 -U sa -P $(PASS)', finds: [] },
  ],
};

export default pattern;
