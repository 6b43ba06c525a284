import { isUserinfo } from '../userinfo.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'pgpass-line',
  title: 'Line of a PostgreSQL password file',
  system: 'PostgreSQL',
  severity: 'high',
  owner: 'owner of the database',
  lifetime: 'until changed',
  reset: {
    portal: "the database's administration > the role > set another password and change the file",
    command: "ALTER ROLE <user> WITH PASSWORD '<new>';",
  },
  proof: 'server log with log_connections = on; pg_stat_activity',
  references: ['https://www.postgresql.org/docs/current/libpq-pgpass.html'],
  anchors: ['pgpass', ':5432:', 'PGPASSWORD'],
  expression:
    /(?<![\w.:-])(?:PGPASSWORD=["']?|(?<host>[\w.-]{1,120}|\*):(?:\d{4,5}|\*):[\w.*-]{1,63}:(?<account>[\w.-]{1,63}):)(?<secret>[^\s:"']{4,100}(?<![.;]))/g,
  reach: { before: 140, after: 260 },
  isSecret: isUserinfo,
  examples: [
    { text: '> ~/.pgpass: db.corp.example:5432:shop:app:N0tR3al-Kran1ch', finds: ['N0tR3al-Kran1ch'] },
    { text: 'PGPASSWORD=Kran1ch!nA4t psql -h db.corp.example', finds: ['Kran1ch!nA4t'] },
    { text: 'db.corp.example:5432:shop', finds: [] },
  ],
};

export default pattern;
