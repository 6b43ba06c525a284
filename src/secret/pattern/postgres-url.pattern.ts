import { isUserinfo } from '../userinfo.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'postgres-url',
  title: 'Address of a PostgreSQL database with user name and password',
  system: 'PostgreSQL',
  severity: 'high',
  owner: 'owner of the database',
  lifetime: 'until changed',
  reset: {
    portal:
      "the database's administration > the role > set another password, change it where it is used, end its sessions with pg_terminate_backend",
    command: "ALTER ROLE <user> WITH PASSWORD '<new>';",
  },
  proof: 'server log with log_connections = on; pg_stat_activity for sessions of the role',
  references: [
    'https://www.postgresql.org/docs/current/sql-alterrole.html',
    'https://www.postgresql.org/docs/current/libpq-connect.html',
  ],
  anchors: ['postgres://', 'postgresql://', 'postgis://', 'cockroachdb://', 'redshift://', 'postgresql+'],
  expression:
    /(?:postgres(?:ql)?|postgis|cockroachdb|redshift)(?:\+\w{2,12})?:\/\/(?<account>[^\s:@/"'<>]{1,80}):(?<secret>[^\s/"'<>]{1,120})@(?<host>[\w.:[\]-]{0,199}[\w\]])/gi,
  isSecret: isUserinfo,
  examples: [
    { text: '> DATABASE_URL=postgres://app:N0tR3al-Kran1ch@db.corp.example:5432/shop.', finds: ['N0tR3al-Kran1ch'] },
    { text: '<postgresql+psycopg2://reader:n0t%21r3al@10.0.0.7/shop>', finds: ['n0t%21r3al'] },
    { text: 'postgres://user:password@localhost/db', finds: [] },
    { text: 'postgres://app:${DB_PASSWORD}@db/shop', finds: [] },
    { text: 'postgresql://db.corp.example/shop', finds: [] },
  ],
};

export default pattern;
