import { isBitLockerRecoveryKey } from '../checksum.ts';
import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

// Eight numbers times eleven: nobody's key.
const key = [4321, 777, 50123, 31337, 12021, 60606, 8192, 45045]
  .map((part) => String(part * 11).padStart(6, '0'))
  .join('-');

const pattern: SecretPattern = {
  kind: 'bitlocker-recovery-key',
  title: 'Recovery key of BitLocker',
  system: 'Windows BitLocker',
  severity: 'high',
  owner: 'owner of the device; the administrators of devices',
  lifetime: 'until rotated',
  reset: {
    portal:
      'Intune admin center > Devices > the device > BitLocker key rotation; without Intune: add a new recovery password on the device and delete the old one',
    command: 'manage-bde -protectors -delete C: -id <id>; manage-bde -protectors -add C: -RecoveryPassword',
  },
  proof:
    'directory audit: "Read BitLocker key", "Add BitLocker key" of the device; Intune device action BitLocker key rotation',
  references: [
    'https://learn.microsoft.com/en-us/windows/security/operating-system-security/data-protection/bitlocker/recovery-overview',
  ],
  anchors: ['recovery', 'bitlocker', 'wiederherst', 'récup', 'recuper'],
  // Eight groups of six digits, each a multiple of 11.
  expression: /(?<![\d-])(?<secret>\d{6}(?:-\d{6}){7})(?![\d-])/g,
  reach: { before: 400, after: 600 },
  isSecret: (secret) => isBitLockerRecoveryKey(secret) && !isInvented(secret),
  examples: [
    { text: `Your BitLocker recovery key:\n> ${key}.`, finds: [key] },
    { text: `Identifier FA4E1111, recovery password ${key}\n`, finds: [key] },
    { text: 'BitLocker recovery key 123456-123456-123456-123456-123456-123456-123456-123456', finds: [] },
    { text: 'BitLocker recovery key 000000-000000-000000-000000-000000-000000-000000-000000', finds: [] },
  ],
};

export default pattern;
