import { isAssigned } from '../assigned.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'snowflake-setting-password',
  title: 'Password or programmatic token of Snowflake in settings',
  system: 'Snowflake',
  severity: 'high',
  owner: 'administrator of the Snowflake account',
  lifetime: 'password until changed; token up to one year',
  reset: {
    portal:
      'Snowsight > Admin > Users & Roles > the user > Reset password; tokens: Programmatic access tokens > Revoke; set a network policy',
    command: "ALTER USER <user> SET PASSWORD = '<new>' MUST_CHANGE_PASSWORD = TRUE;",
  },
  proof: 'SNOWFLAKE.ACCOUNT_USAGE.LOGIN_HISTORY and QUERY_HISTORY of the user',
  references: [
    'https://docs.snowflake.com/en/sql-reference/sql/alter-user',
    'https://docs.snowflake.com/en/user-guide/programmatic-access-tokens',
  ],
  anchors: ['snowflake', 'snowsql'],
  expression:
    /snow(?:flake|sql)(?:(?:_|\.)(?:conn(?:ection)?_)?(?:user_)?(?:password|pwd|token)|\.connect\([^)]{0,200}?password|computing\.com[^]{0,160}?(?:password|pwd))(?<sign>["']?[ \t]{0,4}(?:=>|:=|[:=])[ \t]{0,4}["']?)(?<secret>[^\s"'<>,)]{8,200}?)(?=["'<>\s,;)]|[.]?(?:\s|$))/gi,
  isSecret: isAssigned,
  examples: [
    { text: 'SNOWFLAKE_PASSWORD=N0tR3al-Kran1ch', finds: ['N0tR3al-Kran1ch'] },
    {
      text: '> snowflake.connector: account=ab12345.snowflakecomputing.com\n> user=loader\n> password=Kran1ch!nA4t\n',
      finds: ['Kran1ch!nA4t'],
    },
    { text: 'snowflake password: see the vault', finds: [] },
  ],
};

export default pattern;
