import { isUserinfo } from '../userinfo.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'oracle-thin-url',
  title: 'User name and password of an Oracle database, as sqlplus and JDBC take them',
  system: 'Oracle Database',
  severity: 'high',
  owner: 'owner of the database',
  lifetime: 'until changed, mostly 180 days by profile',
  reset: {
    portal: "the database's administration > the user > set another password and change it where it is used",
    command: 'ALTER USER <user> IDENTIFIED BY "<new>" REPLACE "<old>";',
  },
  proof: 'unified_audit_trail (LOGON, ALTER USER); dba_users column password_change_date',
  references: [
    'https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/ALTER-USER.html',
    'https://docs.oracle.com/en/database/oracle/oracle-database/19/sqpug/starting-SQL-Plus.html',
  ],
  anchors: ['jdbc:oracle', 'sqlplus', 'expdp', 'impdp', 'sqlldr', 'rman', 'connect '],
  expression:
    /(?:jdbc:oracle:(?:thin|oci8?):|(?:sqlplus|expdp|impdp|sqlldr|rman)(?:[ \t]{1,3}-\w{1,8}){0,3}[ \t]{1,3}(?:target[ \t=]{1,3})?(?:userid=)?|(?<!\w)conn(?:ect)?[ \t]{1,3})["']?(?<account>[\w$#.]{1,60})\/"?(?<secret>[^\s/@"'<>]{2,80})"?@(?:\/\/)?(?<host>[\w.:/-]{0,199}\w)/gi,
  reach: { before: 8, after: 420 },
  isSecret: isUserinfo,
  examples: [
    { text: '> sqlplus scott/N0tR3al4@erp.', finds: ['N0tR3al4'] },
    { text: 'jdbc:oracle:thin:app/Kran1ch!nA4t@ora01.corp.example:1521:erp', finds: ['Kran1ch!nA4t'] },
    { text: 'CONNECT sys/N0tR3al-5@//ora01.corp.example/erp as sysdba', finds: ['N0tR3al-5'] },
    { text: 'sqlplus /nolog', finds: [] },
    { text: 'sqlplus user/password@host', finds: [] },
  ],
};

export default pattern;
