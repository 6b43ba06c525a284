import { isUserinfo } from '../userinfo.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'mongodb-url',
  title: 'Address of a MongoDB database with user name and password',
  system: 'MongoDB',
  severity: 'high',
  owner: 'owner of the database',
  lifetime: 'until changed',
  reset: {
    portal:
      'Atlas: Security > Database Access > the user > Edit > Edit Password; own servers: set another password and change it where it is used',
    command: 'db.changeUserPassword("<user>", passwordPrompt())',
  },
  proof: 'Atlas > the cluster > View access history (logins by user and address); mongod audit log',
  references: [
    'https://www.mongodb.com/docs/manual/reference/connection-string/',
    'https://www.mongodb.com/docs/manual/reference/method/db.changeUserPassword/',
  ],
  anchors: ['mongodb://', 'mongodb+srv://'],
  expression:
    /mongodb(?:\+srv)?:\/\/(?<account>[^\s:@/"'<>]{1,80}):(?<secret>[^\s/"'<>]{1,120})@(?<host>[\w.:,[\]-]{0,399}[\w\]])/gi,
  reach: { before: 8, after: 640 },
  isSecret: isUserinfo,
  examples: [
    {
      text: '> mongodb+srv://app:N0tR3al-Kran1ch@cluster0.ab1cd.mongodb.net/shop?retryWrites=true',
      finds: ['N0tR3al-Kran1ch'],
    },
    { text: '"mongodb://app:Kran1ch4@m1.corp.example:27017,m2.corp.example:27017/shop"', finds: ['Kran1ch4'] },
    { text: 'mongodb://localhost:27017', finds: [] },
    { text: 'mongodb+srv://app:<db_password>@cluster0.ab1cd.mongodb.net', finds: [] },
  ],
};

export default pattern;
