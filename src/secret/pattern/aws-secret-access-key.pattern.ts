import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'aws-secret-access-key',
  title: 'Secret access key of AWS',
  system: 'Amazon Web Services',
  severity: 'critical',
  owner: 'owner of the IAM user',
  lifetime: 'until deleted',
  reset: {
    portal:
      'AWS console > IAM > Users > the user > Security credentials > Access keys > make a new one, change to it, then deactivate and delete this one',
    command: 'aws iam update-access-key --access-key-id <key id> --status Inactive --user-name <user>',
  },
  proof:
    'CloudTrail: UpdateAccessKey, DeleteAccessKey; every event with userIdentity.accessKeyId of the key; aws iam get-access-key-last-used',
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/security-creds-programmatic-access.html',
  ],
  anchors: [
    'AKIA',
    'ASIA',
    'A3T0',
    'aws_secret',
    'aws_sec',
    'aws_key',
    'aws secret',
    'awssecret',
    'secretaccesskey',
    'secret access key',
    'secret_access_key',
    'SecretKey',
    'secret key',
  ],
  // Forty characters beside a key id, or behind a name of them.
  expression:
    /(?:(?<![A-Za-z0-9])(?<account>(?:AKIA|ASIA|A3T[A-Z0-9])[A-Z0-9]{16})(?![A-Za-z0-9])[\s\S]{0,120}?(?<![A-Za-z0-9/+=]|[?&]\w{1,20}=)|\b(?:aws[ _.-]?)?(?:secret[ _-]?(?:access[ _-]?)?key|secret[ _-]?access[ _-]?key|(?<=aws[ _.-]?)(?:secret|key))(?:[ _-]id)?["']?(?: is)?\s{0,30}(?:=>|[:=]|\s){1,2}\s{0,30}["'<]?)(?<secret>[A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])/gi,
  reach: { before: 60, after: 260 },
  isSecret: (secret, groups) =>
    !isInvented(secret) && (groups['account'] === undefined || /^[A-Z0-9]{20}$/.test(groups['account'])),
  examples: [
    {
      text: 'Access key ID: AKIAFAKEFAKEO9UOEVRL\nSecret access key: Faken8OvnYozQ5YDXWsJD5JNfIsuCMs0lHGpZV0I',
      finds: ['Faken8OvnYozQ5YDXWsJD5JNfIsuCMs0lHGpZV0I'],
    },
    {
      text: '> aws_secret_access_key = FakeZF2ctkJVSsDC+w051/MdQhFXYtO8q+yp5iUj',
      finds: ['FakeZF2ctkJVSsDC+w051/MdQhFXYtO8q+yp5iUj'],
    },
    {
      text: 'AKIAFAKEFAKEF3T3AGQE / FakeWqD+8oiJx6fgiKB8i4Rd2phsNpy5P07mxOf9.',
      finds: ['FakeWqD+8oiJx6fgiKB8i4Rd2phsNpy5P07mxOf9'],
    },
    { text: 'aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', finds: [] },
    { text: 'aws_secret_access_key = <secret>', finds: [] },
    { text: 'export AWS_SECRET_ACCESS_KEY=fa4e9fd51b0f19f45f8453931f8aaf2170abc57a97', finds: [] },
  ],
};

export default pattern;
