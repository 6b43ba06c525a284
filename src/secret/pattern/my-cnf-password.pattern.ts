import { isAssigned } from '../assigned.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'my-cnf-password',
  title: 'Password in an option file or on the command line of MySQL',
  system: 'MySQL, MariaDB',
  severity: 'high',
  owner: 'owner of the database',
  lifetime: 'until changed',
  reset: {
    portal: "the database's administration > the account > set another password and change the file",
    command: "ALTER USER '<user>'@'<host>' IDENTIFIED BY '<new>';",
  },
  proof: 'audit log or general log of the server; mysql.user column password_last_changed',
  references: ['https://dev.mysql.com/doc/refman/8.4/en/option-files.html'],
  anchors: ['[client]', '[mysql', 'mysql_pwd', 'mysql ', 'mysqldump ', 'mysqladmin ', 'identified by'],
  expression:
    /(?:\[(?:client|mysql\w{0,8})\][^[]{0,200}?password(?<sign>["']?[ \t]{0,4}(?:=>|:=|[:=])[ \t]{0,4}["']?)|MYSQL_PWD(?<sign2>=)["']?|mysql(?:dump|admin)?[ \t][^\n|;]{0,120}?(?<!\w)(?:-p|--password=)["']?|identified by[ \t]{1,3}(?:password[ \t])?["'])(?<secret>[^\s"'<>;|]{4,100}?)(?=["'<>\s,;]|[.]?(?:\s|$))/gi,
  isSecret: (secret, groups) => isAssigned(secret, { ...groups, sign: groups['sign'] ?? '=' }),
  examples: [
    { text: '> [client]\n> user=root\n> password=N0tR3al-Kran1ch\n', finds: ['N0tR3al-Kran1ch'] },
    { text: 'mysqldump -u root -pKran1ch!nA4t shop', finds: ['Kran1ch!nA4t'] },
    { text: "CREATE USER 'app'@'%' IDENTIFIED BY 'N0tR3al5';", finds: ['N0tR3al5'] },
    { text: 'mysql -u root -p shop', finds: [] },
    { text: 'mysql -u root -p', finds: [] },
  ],
};

export default pattern;
