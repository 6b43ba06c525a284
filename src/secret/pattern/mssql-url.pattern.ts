import { isUserinfo } from '../userinfo.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'mssql-url',
  title: 'Address of a Microsoft SQL Server with user name and password',
  system: 'Microsoft SQL Server',
  severity: 'high',
  owner: 'owner of the database',
  lifetime: 'until changed',
  reset: {
    portal:
      'SQL Server Management Studio > Security > Logins > the login > another password, and change it where it is used',
    command: "ALTER LOGIN [<login>] WITH PASSWORD = '<new>';",
  },
  proof: 'SQL Server audit (LOGIN_CHANGE_PASSWORD_GROUP, SUCCESSFUL_LOGIN_GROUP) or the error log',
  references: ['https://learn.microsoft.com/en-us/sql/t-sql/statements/alter-login-transact-sql'],
  anchors: ['mssql://', 'sqlserver://', 'mssql+', 'tds://'],
  expression:
    /(?:mssql(?:\+\w{2,12})?|tds|(?<!jdbc:)sqlserver):\/\/(?<account>[^\s:@/"'<>]{1,80}):(?<secret>[^\s/"'<>]{1,120})@(?<host>[\w.:[\]-]{0,199}[\w\]])/gi,
  isSecret: isUserinfo,
  examples: [
    { text: '> mssql+pyodbc://sa:Kran1ch!nA4t@sql01.corp.example:1433/erp', finds: ['Kran1ch!nA4t'] },
    { text: 'sqlserver://sql01.corp.example:1433', finds: [] },
  ],
};

export default pattern;
