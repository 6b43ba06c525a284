import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'azure-sql-connection-string',
  title: 'Password of a login of Azure SQL, in a connection string',
  system: 'Azure SQL Database',
  severity: 'critical',
  owner: 'owner of the database',
  lifetime: 'until changed',
  reset: {
    portal:
      'for the administrator: Azure portal > SQL servers > the server > Reset password; for others change the login; better: allow Microsoft Entra authentication only',
    command: 'az sql server update --name <server> --resource-group <group> --admin-password <new password>',
  },
  proof:
    'activity log: Microsoft.Sql/servers/write; audit log of the server: DATABASE_AUTHENTICATION_SUCCEEDED by client_ip, ALTER LOGIN',
  references: [
    'https://learn.microsoft.com/en-us/azure/azure-sql/database/logins-create-manage',
    'https://learn.microsoft.com/en-us/purview/sit-defn-azure-sql-connection-string',
  ],
  anchors: ['database.windows.net', 'database.usgovcloudapi.net', 'database.chinacloudapi.cn'],
  expression:
    /(?:Server|Data Source|Address|jdbc:sqlserver)\s{0,2}[=:]\s{0,2}(?:tcp:|\/\/)?(?<host>[\w-]{1,63}\.(?:[\w-]{1,63}\.)?database\.(?:windows\.net|usgovcloudapi\.net|chinacloudapi\.cn))(?:(?=[^"'<>]{0,400}?;\s{0,4}(?:User ID|UserId|Uid|User)\s{0,2}=\s{0,2}(?<account>[^;"'<>\s]{1,128}))|)[^"'<>]{0,400}?;\s{0,4}(?:Password|Pwd)\s{0,2}=\s{0,2}(?<secret>[^;"'<>\s]{4,128})/gi,
  reach: { before: 60, after: 700 },
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: 'Server=tcp:fake-sql.database.windows.net,1433;Initial Catalog=crm;Persist Security Info=False;User ID=crmadmin;Password=Fake#2024pw!;MultipleActiveResultSets=False;Encrypt=True;',
      finds: ['Fake#2024pw!'],
    },
    {
      text: '> Data Source=fake-sql.database.windows.net; Initial Catalog=crm; Password=Fa-ke_99;\n> User ID=crm',
      finds: ['Fa-ke_99'],
    },
    {
      text: 'jdbc:sqlserver://fake-sql.database.windows.net:1433;database=crm;user=app@fake-sql;password=Fake4you!;encrypt=true',
      finds: ['Fake4you!'],
    },
    {
      text: 'Server=tcp:fake-sql.database.windows.net,1433;User ID=crmadmin;Password={your_password};Encrypt=True;',
      finds: [],
    },
    { text: 'Server=tcp:fake-sql.database.windows.net,1433;Authentication=Active Directory Default;', finds: [] },
  ],
};

export default pattern;
