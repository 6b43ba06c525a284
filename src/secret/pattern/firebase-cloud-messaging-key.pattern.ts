import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'firebase-cloud-messaging-key',
  title: 'Server key of Firebase Cloud Messaging',
  system: 'Firebase',
  severity: 'medium',
  owner: 'owner of the project',
  lifetime: 'until deleted; the legacy API ended in 2024',
  reset: {
    portal:
      'Firebase console > Project settings > Cloud Messaging > Cloud Messaging API (Legacy) > Manage API in Google Cloud Console > disable',
  },
  proof: 'Cloud Audit Logs: disabling of googlecloudmessaging.googleapis.com',
  references: ['https://firebase.google.com/docs/cloud-messaging/migrate-v1'],
  anchors: [':APA91b'],
  expression: /(?<![\w-])(?<secret>AAAA[\w-]{7}:APA91b[\w-]{130,140})(?![\w-])/g,
  reach: { before: 20, after: 160 },
  examples: [
    {
      text: 'Authorization: key=AAAAfA4e_x1:APA91bFake4PdT-QNfpH8ffMqdq4Nqf_DyI3MjVHW-830Idam6oKVRc7aHMjgWTtgrn3NjZPZBJqEBqAtJGjf8Cmk2KMAlna2OT22bKsUZJCguNM7_8-yes9kmPezoYnET0UWrkERzbY',
      finds: [
        'AAAAfA4e_x1:APA91bFake4PdT-QNfpH8ffMqdq4Nqf_DyI3MjVHW-830Idam6oKVRc7aHMjgWTtgrn3NjZPZBJqEBqAtJGjf8Cmk2KMAlna2OT22bKsUZJCguNM7_8-yes9kmPezoYnET0UWrkERzbY',
      ],
    },
    { text: 'a token of a device: fA4e:APA91bshort', finds: [] },
  ],
};

export default pattern;
