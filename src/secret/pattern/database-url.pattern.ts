import { isUserinfo } from '../userinfo.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'database-url',
  title: 'Address of a database with user name and password',
  system: 'database',
  severity: 'high',
  owner: 'owner of the database',
  lifetime: 'until changed',
  reset: { portal: "the database's administration > the user > set another password and change it where it is used" },
  proof: 'audit or connection log of the database',
  references: ['https://docs.sqlalchemy.org/en/20/core/engines.html#database-urls'],
  anchors: [
    'oracle://',
    'oracle+',
    'couchdb://',
    'cassandra://',
    'clickhouse://',
    'clickhouse+',
    'clickhouses://',
    'neo4j://',
    'neo4j+s://',
    'bolt://',
    'influxdb://',
    'influx://',
    'db2://',
    'db2+',
    'hive://',
    'trino://',
    'presto://',
    'impala://',
    'teradata://',
    'vertica://',
    'hana://',
    'ibmi://',
    'libsql://',
    'elasticsearch://',
    'elasticsearch+',
    'ch://',
  ],
  expression:
    /(?:oracle|couchdb|cassandra|clickhouses?|neo4j|bolt|influx(?:db)?|db2|hive|trino|presto|impala|teradata|vertica|hana|elasticsearch|ch)(?:\+\w{1,16})?:\/\/(?<account>[^\s:@/"'<>]{1,80}):(?<secret>[^\s/"'<>]{1,120})@(?<host>[\w.:[\]-]{0,199}[\w\]])/gi,
  isSecret: isUserinfo,
  examples: [
    { text: '> clickhouse://loader:N0tR3al-Kran1ch@ch01.corp.example:9440/sales.', finds: ['N0tR3al-Kran1ch'] },
    {
      text: 'oracle+cx_oracle://scott:Kran1ch!nA4t@ora01.corp.example:1521/?service_name=erp',
      finds: ['Kran1ch!nA4t'],
    },
    { text: 'clickhouse://ch01.corp.example:9000', finds: [] },
    { text: 'neo4j://graph.corp.example', finds: [] },
  ],
};

export default pattern;
