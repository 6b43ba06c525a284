import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'artifactory-token',
  title: 'API key or access token of Artifactory',
  system: 'JFrog Artifactory',
  severity: 'critical',
  owner: 'user who made it; administrators of Artifactory',
  lifetime: 'API keys ended in 2024; access tokens as they were made',
  reset: {
    portal: 'JFrog Platform > Administration > User Management > Access Tokens > Revoke',
    command: 'jf rt curl -XDELETE /access/api/v1/tokens/<id>',
  },
  proof: 'access-audit.log: token revoked; request log by user',
  references: ['https://jfrog.com/help/r/jfrog-platform-administration-documentation/access-tokens'],
  anchors: ['AKC', 'cmVmdGtuO', 'artifactory'],
  expression:
    /(?<![A-Za-z0-9])(?<secret>AKCp[A-Za-z0-9]{69}|cmVmdGtuO[A-Za-z0-9]{55}|(?<=artifactory[^\r\n]{0,50}(?:key|token)[^\r\n]{0,6})[A-Za-z0-9]{73})(?![\w-])/gi,
  isSecret: (secret) => !isInvented(secret),
  shownCharacters: 3,
  examples: [
    {
      text: 'X-JFrog-Art-Api: AKCpFakeFakeghnCqfGBmXlL8jorMTPiGdVgga4X6EkT78iDd0jxoyNFKGKphykeCHN49UMIn',
      finds: ['AKCpFakeFakeghnCqfGBmXlL8jorMTPiGdVgga4X6EkT78iDd0jxoyNFKGKphykeCHN49UMIn'],
    },
    {
      text: 'token cmVmdGtuOjAxOjAwFakePK2lPz93it0HGm8BCzzLVhDuFAmkyD5P5ohT5dWXafFV.',
      finds: ['cmVmdGtuOjAxOjAwFakePK2lPz93it0HGm8BCzzLVhDuFAmkyD5P5ohT5dWXafFV'],
    },
    { text: 'AKCpshort', finds: [] },
  ],
};

export default pattern;
