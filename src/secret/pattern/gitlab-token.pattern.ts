import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'gitlab-token',
  title: 'Token of GitLab',
  system: 'GitLab',
  severity: 'critical',
  owner: 'user, project or group that it is of; administrators of GitLab',
  lifetime: 'as it was made, at most a year (400 days since 18.0)',
  reset: {
    portal:
      'GitLab > User settings > Access tokens > Revoke; a project or group: Settings > Access tokens; a runner: Settings > CI/CD > Runners > reset',
    command:
      'curl --request DELETE --header "PRIVATE-TOKEN: <token>" "https://gitlab.example.com/api/v4/personal_access_tokens/self"',
  },
  proof: 'audit events: personal access token revoked; last used in the list of tokens',
  references: ['https://docs.gitlab.com/security/tokens/'],
  anchors: [
    'glpat-',
    'gldt-',
    'glrt-',
    'glrtr-',
    'glptt-',
    'glft-',
    'glsoat-',
    'glcbt-',
    'glimt-',
    'glagent-',
    'gloas-',
    'glffct-',
    'glwt-',
    'GR1348941',
    '_gitlab_session=',
  ],
  // A prefix for each kind; since 18.0 routable ones end in `.01.` and a length and checksum.
  expression:
    /(?<![A-Za-z0-9])(?<secret>gl(?:pat|dt|rtr?|ft|soat|imt|ffct|wt)-[\w-]{20,60}(?:\.[0-9a-z]{2}\.[0-9a-z]{9})?|glptt-[0-9a-f]{40}|glcbt-[\w-]{20,60}|glagent-[\w-]{50,80}|gloas-[0-9a-f]{64}|GR1348941[\w-]{20})(?![\w-])/g,
  isSecret: (secret) => !isInvented(secret.replace(/^(?:gl\w+-|GR1348941)/, '')),
  shownCharacters: 3,
  examples: [
    {
      text: 'git clone https://oauth2:glpat-FakeFake2BIKh35djSGD@gitlab.com/contoso/app.git',
      finds: ['glpat-FakeFake2BIKh35djSGD'],
    },
    { text: '--registration-token "GR1348941FakeRN3LJgoAhgo4BsNc"', finds: ['GR1348941FakeRN3LJgoAhgo4BsNc'] },
    {
      text: 'glptt-fa4e46de2fb1a479dbb1e3c94f299c11abe32f61.',
      finds: ['glptt-fa4e46de2fb1a479dbb1e3c94f299c11abe32f61'],
    },
    { text: 'glpat-abc', finds: [] },
    { text: 'glpat-xxxxxxxxxxxxxxxxxxxx', finds: [] },
  ],
};

export default pattern;
