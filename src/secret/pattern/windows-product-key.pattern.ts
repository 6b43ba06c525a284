import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'windows-product-key',
  title: 'Product key of Windows, Office or another product of Microsoft',
  system: 'Microsoft licensing',
  severity: 'low',
  owner: 'administrators of licences',
  lifetime: 'as long as the licence',
  reset: {
    portal:
      'Microsoft 365 admin center > Billing > Your products > Volume licensing: ask the support of Microsoft to block the key and to issue another',
    command: 'slmgr /upk; slmgr /ipk <new key>',
  },
  proof: 'count of activations of the key in the volume licensing view',
  references: ['https://learn.microsoft.com/en-us/licensing/products-keys-faq'],
  anchors: [
    'product key',
    'productkey',
    'product-key',
    'produktschlüssel',
    '/ipk',
    'activation key',
    'license key',
    'licence key',
  ],
  // Five groups of five, without vowels and digits that look like letters; N since Windows 8.
  expression:
    /(?:(?:product|activation|licen[sc]e)[ -]?(?:key|code)|produktschlüssel|\/ipk)[^\n]{0,80}?[\s:="'<>]{1,6}(?<secret>[BCDFGHJKMNPQRTVWXY2346789]{5}(?:-[BCDFGHJKMNPQRTVWXY2346789]{5}){4})(?![\w-])/gi,
  isSecret: (secret) => !isInvented(secret) && secret === secret.toUpperCase(),
  examples: [
    { text: 'Windows product key: FKB3T-9YQ2X-VMD4R-HJW7C-6PTNG', finds: ['FKB3T-9YQ2X-VMD4R-HJW7C-6PTNG'] },
    { text: 'slmgr /ipk FKB3T-9YQ2X-VMD4R-HJW7C-6PTNG.', finds: ['FKB3T-9YQ2X-VMD4R-HJW7C-6PTNG'] },
    { text: 'product key: XXXXX-XXXXX-XXXXX-XXXXX-XXXXX', finds: [] },
    { text: 'The licence key is on the label', finds: [] },
  ],
};

export default pattern;
