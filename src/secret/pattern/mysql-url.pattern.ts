import { isUserinfo } from '../userinfo.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'mysql-url',
  title: 'Address of a MySQL or MariaDB database with user name and password',
  system: 'MySQL, MariaDB',
  severity: 'high',
  owner: 'owner of the database',
  lifetime: 'until changed',
  reset: {
    portal: "the database's administration > the account > set another password and change it where it is used",
    command: "ALTER USER '<user>'@'<host>' IDENTIFIED BY '<new>';",
  },
  proof: 'audit log or general log of the server; mysql.user column password_last_changed',
  references: ['https://dev.mysql.com/doc/refman/8.4/en/alter-user.html'],
  anchors: ['mysql://', 'mysql2://', 'mysqlx://', 'mariadb://', 'mysql+', 'mariadb+'],
  expression:
    /(?:mysql[2x]?|mariadb)(?:\+\w{2,16})?:\/\/(?<account>[^\s:@/"'<>]{1,80}):(?<secret>[^\s/"'<>]{1,120})@(?<host>[\w.:[\]-]{0,199}[\w\]])/gi,
  isSecret: isUserinfo,
  examples: [
    { text: '> mysql://root:Kran1ch!nA4t@db.corp.example/shop.', finds: ['Kran1ch!nA4t'] },
    { text: 'mysql://root:<password>@db.corp.example/shop', finds: [] },
  ],
};

export default pattern;
