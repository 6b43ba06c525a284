import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'alibaba-access-key-secret',
  title: 'AccessKey secret of Alibaba Cloud',
  system: 'Alibaba Cloud',
  severity: 'critical',
  owner: 'owner of the RAM user',
  lifetime: 'until deleted',
  reset: {
    portal: 'RAM console > Users > the user > Authentication > AccessKey > Disable, then Delete',
    command: 'aliyun ram UpdateAccessKey --UserName <user> --UserAccessKeyId <id> --Status Inactive',
  },
  proof: 'ActionTrail: UpdateAccessKey, DeleteAccessKey; events by accessKeyId',
  references: ['https://www.alibabacloud.com/help/en/ram/user-guide/create-an-accesskey-pair'],
  anchors: ['LTAI'],
  expression:
    /(?<![A-Za-z0-9])(?<account>LTAI[A-Za-z0-9]{12,26})(?![A-Za-z0-9])[\s\S]{0,80}?(?<![A-Za-z0-9])(?<secret>[A-Za-z0-9]{30})(?![A-Za-z0-9])/g,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: 'AccessKey ID LTAI5tFakeFakeCKDXPi71pp, AccessKey Secret: FakeNn3pODvJC0pxuaXJtcQJzxvhqD',
      finds: ['FakeNn3pODvJC0pxuaXJtcQJzxvhqD'],
    },
    { text: 'AccessKey ID LTAI5tFakeFakerAFPNtLlAt', finds: [] },
  ],
};

export default pattern;
