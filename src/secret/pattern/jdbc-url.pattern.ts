import { isAssigned } from '../assigned.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'jdbc-url',
  title: 'JDBC address with user name and password',
  system: 'database',
  severity: 'high',
  owner: 'owner of the database',
  lifetime: 'until changed',
  reset: { portal: "the database's administration > the user > set another password and change it where it is used" },
  proof: 'audit or connection log of the database',
  references: [
    'https://docs.oracle.com/en/java/javase/21/docs/api/java.sql/java/sql/DriverManager.html',
    'https://learn.microsoft.com/en-us/sql/connect/jdbc/building-the-connection-url',
  ],
  anchors: ['jdbc:'],
  // The parts of it have their order from the one who wrote it, so the user is told only where it stands right before.
  expression:
    /jdbc:\w{2,20}:(?:\w{2,20}:)?@?(?:\/\/)?(?<host>[\w.-]{1,120}(?::\d{2,5})?)(?![\w.-])[^\s"'<>]{0,200}?[?;&](?:(?:user(?:name)?|uid)=(?<account>[^\s;&"'<>]{1,80})[&;])?(?:password|pwd)(?<sign>=)(?<secret>[^\s;&"'<>]{1,120})/gi,
  reach: { before: 8, after: 600 },
  isSecret: isAssigned,
  examples: [
    {
      text: '> jdbc:mysql://db.corp.example:3306/shop?user=app&password=N0tR3al-Kran1ch&useSSL=true',
      finds: ['N0tR3al-Kran1ch'],
    },
    {
      text: 'jdbc:sqlserver://sql01.corp.example:1433;databaseName=erp;user=sa;password=Kran1ch!nA4t;encrypt=true',
      finds: ['Kran1ch!nA4t'],
    },
    { text: 'jdbc:postgresql://db.corp.example/shop', finds: [] },
  ],
};

export default pattern;
