import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'aws-session-token',
  title: 'Session token of temporary credentials of AWS',
  system: 'Amazon Web Services',
  severity: 'high',
  owner: 'owner of the role or user',
  lifetime: 'as it was made, an hour by default, at most 36 hours',
  reset: {
    portal: 'AWS console > IAM > Roles > the role > Revoke sessions > Revoke active sessions',
    command:
      'aws iam put-role-policy --role-name <role> --policy-name AWSRevokeOlderSessions --policy-document file://deny-older.json',
  },
  proof: 'CloudTrail: PutRolePolicy AWSRevokeOlderSessions; events with the ASIA key id',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html'],
  anchors: [
    'session_token',
    'session token',
    'sessiontoken',
    'security_token',
    'security-token',
    'aws_token',
    'aws_session',
  ],
  expression:
    /(?:aws[ _.-]?)?(?:session|security)[ _.-]?token["']?(?: is)?\s{0,30}(?:=>|[:=])\s{0,30}["'<]?(?<secret>[A-Za-z0-9/+=]{100,2400}|eyJ[\w-]{10,400}\.eyJ[\w-]{20,3000}\.[\w-]{20,400})/gi,
  reach: { before: 40, after: 4000 },
  isSecret: (secret) => !isInvented(secret.slice(0, 100)),
  examples: [
    {
      text: 'export AWS_SESSION_TOKEN="IQoJb3JpZ2luX2VjEFakexaHnd1Oagpxx1hyebsSIuZxVc+Y+WRbGGK6yxFsTmDxb4pT6btey/u4x4q/pYSbQDurpA3dbwXn8NNQuAk3x6OpKG5VDgqw0f6j7kfzvlRC/uyWs6zs+RyRSH34eNofAbaRJTlTzuDA5RrPeNieeIj9xLOA4WTVKNQdl2fD+dgSnCJ1ufBRjEespcBus3zA/rZajMppuZR/S5FDxXDZEaQbPZ8avj+C53syovPhkyQLpfR+ZbRB1l+kOsdZBsIAKWgXx9J4bSF+vey/fm+p60vAHOXXAiMRrXo0+hf8N=="',
      finds: [
        'IQoJb3JpZ2luX2VjEFakexaHnd1Oagpxx1hyebsSIuZxVc+Y+WRbGGK6yxFsTmDxb4pT6btey/u4x4q/pYSbQDurpA3dbwXn8NNQuAk3x6OpKG5VDgqw0f6j7kfzvlRC/uyWs6zs+RyRSH34eNofAbaRJTlTzuDA5RrPeNieeIj9xLOA4WTVKNQdl2fD+dgSnCJ1ufBRjEespcBus3zA/rZajMppuZR/S5FDxXDZEaQbPZ8avj+C53syovPhkyQLpfR+ZbRB1l+kOsdZBsIAKWgXx9J4bSF+vey/fm+p60vAHOXXAiMRrXo0+hf8N==',
      ],
    },
    {
      text: '> aws_session_token = FwoGZXIvYXdzEFakeyzXC7EPYudkcLhbTfGpV0Ja1t5gHJw4XvEzpfH2yr6uUHb4IP37NB2ZAlTMra6wgme9NEbYd88bnrHB9iw2fMcqLF2hBrpcOVhjbxSDDsb5g1Dl75C5o3rmiv2pxjB/SryMTVwglMehz1DSobSDnkJU3zxzUBbTR8rt/1QNCYqNpFaoN8H2CSCeEgf8X3znnsveY\n',
      finds: [
        'FwoGZXIvYXdzEFakeyzXC7EPYudkcLhbTfGpV0Ja1t5gHJw4XvEzpfH2yr6uUHb4IP37NB2ZAlTMra6wgme9NEbYd88bnrHB9iw2fMcqLF2hBrpcOVhjbxSDDsb5g1Dl75C5o3rmiv2pxjB/SryMTVwglMehz1DSobSDnkJU3zxzUBbTR8rt/1QNCYqNpFaoN8H2CSCeEgf8X3znnsveY',
      ],
    },
    { text: 'AWS_SESSION_TOKEN=<token>', finds: [] },
  ],
};

export default pattern;
