import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'gcp-service-account-key',
  title: 'Private key of a service account of Google Cloud (JSON)',
  system: 'Google Cloud',
  severity: 'critical',
  owner: 'owner of the service account',
  lifetime: 'until deleted (by default ten years)',
  reset: {
    portal:
      'Google Cloud console > IAM & Admin > Service Accounts > the account > Keys > Add key, change to it, then delete this one',
    command: 'gcloud iam service-accounts keys delete <private_key_id> --iam-account=<client_email>',
  },
  proof: 'Cloud Audit Logs: google.iam.admin.v1.DeleteServiceAccountKey; calls with serviceAccountKeyName of the key',
  references: [
    'https://docs.cloud.google.com/iam/docs/keys-create-delete',
    'https://docs.cloud.google.com/iam/docs/service-account-creds',
  ],
  anchors: ['private_key_id', '"private_key"'],
  // The key is as long as RSA of 2048 or 4096 bits in PEM, its lines joined by `\n`.
  expression:
    /"private_key"\s{0,4}:\s{0,4}"(?<secret>-----BEGIN (?:RSA )?PRIVATE KEY-----[A-Za-z0-9+/=\\n\s]{200,4000}-----END (?:RSA )?PRIVATE KEY-{4,5}(?:\\n)?)"(?:[^{}]{0,200}?"client_email"\s{0,4}:\s{0,4}"(?<account>[^"]{3,160})")?/g,
  reach: { before: 200, after: 4600 },
  examples: [
    {
      text: '{"type": "service_account", "project_id": "fake", "private_key_id": "fa4ed3170990ea05a0d7c02294392d97646f36c7", "private_key": "-----BEGIN PRIVATE KEY-----\\nFake2Z7NCIP9TqroNxE+zE4ShKiJX8EPl2abHlZioUMKazAV8E1pdmCauFljhOibtNlMXMGIAxN2o0RK52dsDbgKx40t9BX+6MG8lIGOhMweakJcOvpLS4QGt/QQPlopfbj2SAkKsUSoiji4zY95D145mlz9NNaEQGm4uhkFIbQuNMqMs9nQ8wO/mNRoNNNujdqxCNF7wBkmh9QUhfwliC956lEIBq9GHNDb5bpEmEvT7ST3ThMPXnd+5IAkIgNFrYB4sAA2szAup7Vyb8QpdcCovrmzjpG3EE+H28f/bjiZ\\n-----END PRIVATE KEY-----\\n", "client_email": "svc@fake.iam.gserviceaccount.com"}',
      finds: [
        '-----BEGIN PRIVATE KEY-----\\nFake2Z7NCIP9TqroNxE+zE4ShKiJX8EPl2abHlZioUMKazAV8E1pdmCauFljhOibtNlMXMGIAxN2o0RK52dsDbgKx40t9BX+6MG8lIGOhMweakJcOvpLS4QGt/QQPlopfbj2SAkKsUSoiji4zY95D145mlz9NNaEQGm4uhkFIbQuNMqMs9nQ8wO/mNRoNNNujdqxCNF7wBkmh9QUhfwliC956lEIBq9GHNDb5bpEmEvT7ST3ThMPXnd+5IAkIgNFrYB4sAA2szAup7Vyb8QpdcCovrmzjpG3EE+H28f/bjiZ\\n-----END PRIVATE KEY-----\\n',
      ],
    },
    { text: '{ "private_key_id": "DUMMY", "private_key": "DUMMY" }', finds: [] },
  ],
};

export default pattern;
