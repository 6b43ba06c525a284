import { isUserinfo } from '../userinfo.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'redis-url',
  title: 'Address of a Redis store with its password',
  system: 'Redis',
  severity: 'high',
  owner: 'owner of the store',
  lifetime: 'until changed',
  reset: {
    portal:
      "the store's administration > access keys or users > another password; then end connections with CLIENT KILL",
    command: 'ACL SETUSER <user> resetpass ><new>',
  },
  proof: 'ACL LOG and CLIENT LIST of the store',
  references: ['https://redis.io/docs/latest/commands/acl-setuser/'],
  anchors: ['redis://', 'rediss://', 'valkey://'],
  expression:
    /(?:rediss?|valkeys?)(?:-sentinel)?:\/\/(?<account>[^\s:@/"'<>]{0,80}):(?<secret>[^\s/"'<>]{1,200})@(?<host>[\w.:[\]-]{0,199}[\w\]])/gi,
  isSecret: isUserinfo,
  examples: [
    { text: '> REDIS_URL=rediss://:N0tR3al-Kran1ch@cache.corp.example:6380/0.', finds: ['N0tR3al-Kran1ch'] },
    { text: 'redis://cache.corp.example:6379', finds: [] },
  ],
};

export default pattern;
