import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'config-connection-string',
  title: 'Password in a connection string of a configuration file of .NET',
  system: 'database server that it names',
  severity: 'high',
  owner: 'owner of the application',
  lifetime: 'until changed',
  reset: {
    portal:
      'change the password of the login on the database server; take it out of the file (aspnet_regiis -pef, Key Vault, a managed identity)',
    command: "ALTER LOGIN [<login>] WITH PASSWORD = '<new password>'",
  },
  proof: "audit of the server: ALTER LOGIN; LOGINPROPERTY('<login>', 'PasswordLastSetTime')",
  references: ['https://learn.microsoft.com/en-us/dotnet/framework/data/adonet/protecting-connection-information'],
  anchors: ['connectionString=', 'ConnectionStrings"'],
  // Inside of the attribute or of the object, so that a database of another kind is its own.
  expression:
    /(?:connectionString\s{0,2}=\s{0,2}"|"ConnectionStrings"\s{0,3}:\s{0,3}\{\s{0,20}"[\w.]{1,60}"\s{0,3}:\s{0,3}")(?=[^"]{0,300}?(?:Server|Data Source|Host)\s{0,2}=\s{0,2}(?<host>[^;"\s]{1,120}))(?:(?=[^"]{0,300}?(?:User ID|UserId|Uid|User|Username)\s{0,2}=\s{0,2}(?<account>[^;"\s]{1,120}))|)[^"]{0,400}?(?:Password|Pwd)\s{0,2}=\s{0,2}(?<secret>[^;"\s]{3,128})/gi,
  reach: { before: 4, after: 700 },
  isSecret: (secret) => !isInvented(secret),
  isGeneric: true,
  examples: [
    {
      text: '<add name="Crm" connectionString="Server=sql01;Database=crm;User Id=crmapp;Password=Fake4Crm!" providerName="System.Data.SqlClient" />',
      finds: ['Fake4Crm!'],
    },
    {
      text: '"ConnectionStrings": { "Default": "Server=sql01\\\\\\\\crm;Database=crm;User Id=crmapp;Password=Fake!9x;TrustServerCertificate=true" }',
      finds: ['Fake!9x'],
    },
    { text: '<add name="Crm" connectionString="Server=sql01;Database=crm;Integrated Security=true" />', finds: [] },
    { text: '<add name="Crm" connectionString="Server=sql01;User Id=crmapp;Password=#{DbPassword}#" />', finds: [] },
  ],
};

export default pattern;
