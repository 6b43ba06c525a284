import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'tencent-secret-key',
  title: 'SecretKey of Tencent Cloud',
  system: 'Tencent Cloud',
  severity: 'critical',
  owner: 'owner of the sub-user',
  lifetime: 'until deleted',
  reset: { portal: 'CAM console > Access Key > Manage API Key > Disable, then Delete' },
  proof: 'CloudAudit: DisableApiKey, DeleteApiKey; events by secretId',
  references: ['https://www.tencentcloud.com/document/product/598/32675'],
  anchors: ['AKID'],
  expression:
    /(?<![A-Za-z0-9])(?<account>AKID[A-Za-z0-9]{32})(?![A-Za-z0-9])[\s\S]{0,80}?(?<![A-Za-z0-9])(?<secret>[A-Za-z0-9]{32})(?![A-Za-z0-9])/g,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: 'SecretId: AKIDFakeFakeXTJ9AIyDyCu0wVtL2mbz13Me\nSecretKey: Fakec3dY5BtVYCNFyuCVDy6TJ6SYGteW',
      finds: ['Fakec3dY5BtVYCNFyuCVDy6TJ6SYGteW'],
    },
    { text: 'SecretId: AKIDFakeFakeNzmDbQ072CxrelfznkMJAjTG', finds: [] },
  ],
};

export default pattern;
