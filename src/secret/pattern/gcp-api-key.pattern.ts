import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'gcp-api-key',
  title: 'API key of Google',
  system: 'Google Cloud',
  severity: 'medium',
  owner: 'owner of the project',
  lifetime: 'until deleted',
  reset: {
    portal:
      'Google Cloud console > APIs & Services > Credentials > the key > Rotate key, then delete the old one; restrict it to applications and APIs',
    command: 'gcloud services api-keys delete <key>',
  },
  proof: 'Cloud Audit Logs: google.api.apikeys.v2.ApiKeys.DeleteKey; metrics of the API by credential',
  references: ['https://docs.cloud.google.com/docs/authentication/api-keys'],
  anchors: ['AIza'],
  expression: /(?<![\w-])(?<secret>AIza[\w-]{35})(?![\w-])/g,
  isSecret: (secret) => !isInvented(secret.slice(4)),
  shownCharacters: 4,
  examples: [
    { text: 'Maps key: AIzaSyFakeFakeSV5GhO3x9NGS9dUM9Wb6fMEki.', finds: ['AIzaSyFakeFakeSV5GhO3x9NGS9dUM9Wb6fMEki'] },
    { text: 'AIzaSyExample', finds: [] },
  ],
};

export default pattern;
