import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'maven-server-password',
  title: 'Password of a server in the settings of Maven',
  system: 'artifact repository that it names',
  severity: 'high',
  owner: 'user of the repository',
  lifetime: 'until changed',
  reset: {
    portal:
      'change the password or token at the repository; in settings.xml keep it encrypted or take it from the environment',
    command: 'mvn --encrypt-password',
  },
  proof: 'log of the repository: sign-ins and deployments of the user',
  references: ['https://maven.apache.org/guides/mini/guide-encryption.html'],
  anchors: ['<server>'],
  expression:
    /<server>\s{0,40}(?:<id>(?<host>[^<>]{1,100})<\/id>\s{0,40})?<username>(?<account>[^<>]{1,100})<\/username>\s{0,40}<password>(?<secret>[^<>\s]{3,300})<\/password>/gi,
  isSecret: (secret) => !isInvented(secret) && !secret.startsWith('${'),
  examples: [
    {
      text: '<server>\n  <id>nexus</id>\n  <username>deploy</username>\n  <password>Fake4Nexus!</password>\n</server>',
      finds: ['Fake4Nexus!'],
    },
    { text: '<server><id>nexus</id><username>deploy</username><password>${env.PASS}</password></server>', finds: [] },
  ],
};

export default pattern;
