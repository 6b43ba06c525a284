import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'snowflake-password',
  title: 'Password of a user of Snowflake in a connection',
  system: 'Snowflake',
  severity: 'high',
  owner: 'user; administrators of accounts',
  lifetime: 'until changed',
  reset: {
    portal:
      'Snowsight > Admin > Users & Roles > the user > Reset password; better: key pair or Entra ID, and a network policy',
    command: "ALTER USER <user> SET PASSWORD = '<new password>' MUST_CHANGE_PASSWORD = TRUE",
  },
  proof: 'SNOWFLAKE.ACCOUNT_USAGE.LOGIN_HISTORY by user and client_ip; QUERY_HISTORY for ALTER USER',
  references: ['https://docs.snowflake.com/en/sql-reference/sql/alter-user'],
  anchors: ['snowflake'],
  // In a URL of the driver, or in the arguments of a connection beside the account.
  expression:
    /(?:snowflake:\/\/(?<account>[^\s:@/"'<>]{1,100}):(?=[^\s:@/"'<>]{3,128}@)|(?<host>[\w.-]{3,100}\.snowflakecomputing\.com)[\s\S]{0,200}?\b(?:password|pwd)["']?\s{0,3}[:=]\s{0,3}["']?)(?<secret>[^\s:@/"'<>&;,]{3,128})/gi,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    { text: "engine = create_engine('snowflake://loader:Fake4Snow!@contoso-dwh/raw')", finds: ['Fake4Snow!'] },
    { text: 'Server: contoso.snowflakecomputing.com\nUser: loader\nPassword: Fake!snow9', finds: ['Fake!snow9'] },
    { text: 'jdbc:snowflake://contoso.snowflakecomputing.com/?warehouse=wh', finds: [] },
    { text: 'snowflake://loader:<password>@contoso-dwh/raw', finds: [] },
  ],
};

export default pattern;
