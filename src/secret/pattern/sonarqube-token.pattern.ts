import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'sonarqube-token',
  title: 'Token of SonarQube',
  system: 'SonarQube',
  severity: 'medium',
  owner: 'user or project of the token',
  lifetime: 'as it was made, up to never',
  reset: {
    portal: 'SonarQube > My Account > Security > Tokens > Revoke; a project: Project Settings > Analysis tokens',
    command: 'curl -u <admin token>: -X POST "<server>/api/user_tokens/revoke?name=<name>"',
  },
  proof: 'audit log of the server: TOKEN_REVOKE; last use in the list of tokens',
  references: ['https://docs.sonarsource.com/sonarqube-server/user-guide/managing-tokens'],
  anchors: ['squ_', 'sqp_', 'sqa_', 'sonar'],
  expression:
    /(?<![A-Za-z0-9])(?<secret>sq[upa]_[0-9a-f]{40}|(?<=sonar[^\r\n]{0,8}(?:login|token)["']?[\s,:='"]{1,6})[0-9a-f]{40})(?![\w-])/gi,
  isSecret: (secret) => !isInvented(secret.replace(/^sq\w_/, '')),
  examples: [
    {
      text: '-Dsonar.token=sqp_fa4e207ec6647d525fa19b46ff7f00c2d167a17e',
      finds: ['sqp_fa4e207ec6647d525fa19b46ff7f00c2d167a17e'],
    },
    {
      text: 'sonar.login=fa4eeff8026c0c3a263957cb78044c5a3627acbc.',
      finds: ['fa4eeff8026c0c3a263957cb78044c5a3627acbc'],
    },
    { text: 'sonarqube-scanner-2.5.0.tgz#fa4e90c0da8027f6e692151d1362aa7a7899a3fd', finds: [] },
  ],
};

export default pattern;
