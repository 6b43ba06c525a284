import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'aws-presigned-url',
  title: 'Presigned URL of AWS',
  system: 'Amazon Web Services',
  severity: 'medium',
  owner: 'owner of the bucket; of the key that signed',
  lifetime: 'X-Amz-Expires, at most 7 days, or until the key that signed ends',
  reset: {
    portal:
      'deactivate the key in X-Amz-Credential, or deny requests by the age of their signature in the policy of the bucket',
    command: 'aws iam update-access-key --access-key-id <key id> --status Inactive --user-name <user>',
  },
  proof:
    'server access log or CloudTrail data events of the bucket with that key id and AuthenticationMethod QueryString',
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-presigned-url.html'],
  anchors: ['X-Amz-Signature'],
  expression: /X-Amz-Signature=(?<secret>[0-9a-f]{64})(?![0-9a-f])/gi,
  reach: { before: 4, after: 100 },
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: 'https://fake.s3.eu-west-1.amazonaws.com/a.zip?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAFAKEFAKE180WS1PO%2F20240101%2Feu-west-1%2Fs3%2Faws4_request&X-Amz-Expires=3600&X-Amz-SignedHeaders=host&X-Amz-Signature=fa4ebd066f206f44240b911320291b0bc7b62c9ae3fcb809842dfdc4985baff5.',
      finds: ['fa4ebd066f206f44240b911320291b0bc7b62c9ae3fcb809842dfdc4985baff5'],
    },
    { text: 'X-Amz-Signature=<signature>', finds: [] },
  ],
};

export default pattern;
