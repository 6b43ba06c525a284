import { isUserinfo } from '../userinfo.ts';
import type { SecretPattern } from '../pattern.ts';

/** `Name=value;` again and again: what stands around the password says whose it is. */
const isConnection = (secret: string, groups: Readonly<Record<string, string | undefined>>): boolean =>
  isUserinfo(secret, groups) && /./.test(`${groups['host'] ?? ''}${groups['account'] ?? ''}${groups['next'] ?? ''}`);

const pattern: SecretPattern = {
  kind: 'database-connection-string',
  title: 'Connection string (ADO.NET, ODBC, OLE DB) with user name and password',
  system: 'database',
  severity: 'high',
  owner: 'owner of the database',
  lifetime: 'until changed',
  reset: {
    portal: "the database's administration > the login > set another password and change it where it is used",
    command: "ALTER LOGIN [<login>] WITH PASSWORD = '<new>';",
  },
  proof: 'SQL Server audit (SUCCESSFUL_LOGIN_GROUP) or the log of the database; sign-ins of the login by address',
  references: [
    'https://learn.microsoft.com/en-us/dotnet/framework/data/adonet/connection-string-syntax',
    'https://learn.microsoft.com/en-us/purview/sit-defn-sql-server-connection-string',
  ],
  anchors: ['password=', 'pwd=', 'password =', 'pwd ='],
  expression:
    /(?:(?<![a-z])(?:server|data source|datasource|addr(?:ess)?|network address|host(?:name)?|dsn)[ \t]?=[ \t]?(?<host>[^;=\s"'<>]{1,160})[ \t]?;[^"<>]{0,120}?)?(?:(?<![a-z])(?:user[ ]?id|user(?:name)?|uid)[ \t]?=[ \t]?(?<account>[^;="'<>\n]{1,80})[ \t]?;\s?[^"<>]{0,40}?)?(?<![\w])(?:password|pwd)[ \t]?=[ \t]?["'{]?(?<secret>[^;\s"'<>}]{1,128})(?=["'}]?[ \t]?;(?<next>\s?[a-z][a-z ]{2,40}=)?|["'}\s<]|$)/gi,
  reach: { before: 420, after: 240 },
  isSecret: isConnection,
  isGeneric: true,
  examples: [
    {
      text: '> "Server=tcp:sql01.corp.example,1433;Initial Catalog=erp;User ID=svc_erp;Password=N0tR3al-Kran1ch;Encrypt=True;"',
      finds: ['N0tR3al-Kran1ch'],
    },
    {
      text: 'Driver={MySQL ODBC 8.4 Unicode Driver};Server=db01;Uid=app;Pwd=Kran1ch!nA4t;Option=3',
      finds: ['Kran1ch!nA4t'],
    },
    { text: 'Server=sql01;Database=erp;Integrated Security=SSPI;', finds: [] },
    { text: 'Server=sql01;User Id=sa;Password=<password>;', finds: [] },
  ],
};

export default pattern;
