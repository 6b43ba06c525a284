import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'aws-bedrock-api-key',
  title: 'API key of Amazon Bedrock',
  system: 'Amazon Bedrock',
  severity: 'high',
  owner: 'owner of the IAM user behind it',
  lifetime: 'long-term as it was made, short-term up to 12 hours',
  reset: {
    portal:
      'AWS console > Amazon Bedrock > API keys > the key > Delete (IAM: service specific credential of the user BedrockAPIKey-…)',
    command: 'aws iam delete-service-specific-credential --user-name <user> --service-specific-credential-id <id>',
  },
  proof:
    'CloudTrail: DeleteServiceSpecificCredential, UpdateServiceSpecificCredential; InvokeModel with callWithBearerToken',
  references: ['https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html'],
  anchors: ['ABSK', 'bedrock-api-key-'],
  // `ABSK` and the base64 of a user name that begins with BedrockAPIKey, or a presigned request in base64.
  expression:
    /(?<![A-Za-z0-9+/])(?<secret>ABSKQmVkcm9ja0FQSUtle[A-Za-z0-9+/]{80,200}={0,2}|bedrock-api-key-[A-Za-z0-9+/]{100,2000}={0,2})(?![A-Za-z0-9+/=])/g,
  reach: { before: 4, after: 2100 },
  isSecret: (secret) => !isInvented(secret.slice(16)),
  shownCharacters: 4,
  examples: [
    {
      text: 'AWS_BEARER_TOKEN_BEDROCK=ABSKQmVkcm9ja0FQSUtleS1FakeSQVgoT5wNZyeCQ2G10Nm1CLb4sYz4ukJvaCvvR2Km3X9VsqLCBAc1f86RkZglGT0xxVNviWhHHxn8csSNIL7Cw6lCRmYyJ/V=',
      finds: [
        'ABSKQmVkcm9ja0FQSUtleS1FakeSQVgoT5wNZyeCQ2G10Nm1CLb4sYz4ukJvaCvvR2Km3X9VsqLCBAc1f86RkZglGT0xxVNviWhHHxn8csSNIL7Cw6lCRmYyJ/V=',
      ],
    },
    {
      text: 'bedrock-api-key-Fake7h9zZOpotxbamxbnKIxWundxFGlEXr3A+ZTGWZo670i2YeqxzguY9JvH92vbZT38ooFIhkD9pKvXpheVI6TmJWE1rynOMQJtFE+elGwNfznwTkxzjr4VSIc7sjNTqcxqjdvVbjapIwjw5neC11PUuvcMytFD3QAdto36fi0/8OAK64JKcJt+2nyj+hktPZ7K2Tl8',
      finds: [
        'bedrock-api-key-Fake7h9zZOpotxbamxbnKIxWundxFGlEXr3A+ZTGWZo670i2YeqxzguY9JvH92vbZT38ooFIhkD9pKvXpheVI6TmJWE1rynOMQJtFE+elGwNfznwTkxzjr4VSIc7sjNTqcxqjdvVbjapIwjw5neC11PUuvcMytFD3QAdto36fi0/8OAK64JKcJt+2nyj+hktPZ7K2Tl8',
      ],
    },
    { text: 'ABSKQmVkcm9ja0FQSUtleQ', finds: [] },
  ],
};

export default pattern;
