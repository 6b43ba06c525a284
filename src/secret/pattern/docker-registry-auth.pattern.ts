import { textOfBase64 } from '../base64.ts';
import type { SecretPattern } from '../pattern.ts';

const auth = Buffer.from('build:Fake4Registry').toString('base64');

const pattern: SecretPattern = {
  kind: 'docker-registry-auth',
  title: 'User and password of a container registry in a config.json of Docker',
  system: 'container registry that it names',
  severity: 'critical',
  owner: 'user of the registry',
  lifetime: 'until the password is changed',
  reset: {
    portal: 'change the password or delete the token at the registry, then docker logout',
    command: 'docker logout <registry>',
  },
  proof: 'log of the registry: sign-ins and pulls of the user',
  references: ['https://docs.docker.com/reference/cli/docker/login/'],
  anchors: ['"auth"'],
  expression:
    /"(?:https?:\/\/)?(?<host>[\w.:/-]{3,120})"\s{0,4}:\s{0,4}\{\s{0,20}"auth"\s{0,4}:\s{0,4}"(?<secret>[A-Za-z0-9+/]{8,4000}={0,2})"/g,
  reach: { before: 200, after: 4200 },
  isSecret: (secret) => /^[^:]{1,200}:.{3}/.test(textOfBase64(secret) ?? ''),
  examples: [
    { text: `{"auths": {"registry.contoso.com": {"auth": "${auth}"}}}`, finds: [auth] },
    { text: '{"auths": {"registry.contoso.com": {"auth": ""}}}', finds: [] },
    { text: '{"auths": {"registry.contoso.com": {"auth": "bm90aGluZw=="}}}', finds: [] },
  ],
};

export default pattern;
