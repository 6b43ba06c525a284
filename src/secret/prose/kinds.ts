import type { CredentialKind } from '../pattern.ts';

const owner = 'the person whose account it is; for a shared or service account whoever runs the system';
const entraReset = 'https://learn.microsoft.com/en-us/entra/identity/users/users-revoke-access';
const entraAudit = 'https://learn.microsoft.com/en-us/entra/identity/monitoring-health/reference-audit-activities';

/** What people write into mails in sentences, by kind of `findPasswords`. */
export const proseKinds: readonly CredentialKind[] = [
  {
    kind: 'password',
    title: 'Password in a sentence, table or signature of a mail',
    system: 'not named in the mail',
    severity: 'high',
    owner,
    lifetime: 'until changed; many are never changed and used in more than one place',
    reset: {
      portal:
        'Entra admin center > Users > the user > Reset password, then Revoke sessions; review authentication methods and mailbox rules. Where the account is of another system: change it there and end its sessions, everywhere that the same password is used',
      command:
        'Update-MgUser -UserId <user> -PasswordProfile @{ Password = <new>; ForceChangePasswordNextSignIn = $true }; Revoke-MgUserSignInSession -UserId <user>',
    },
    proof:
      'directory audit: "Reset user password" or "Change user password", then "Update StsRefreshTokenValidFrom Timestamp", both later than the mail was read; lastPasswordChangeDateTime of the user; sign-ins of the account since the mail was sent',
    references: [entraReset, entraAudit],
  },
  {
    kind: 'passphrase',
    title: 'Passphrase of several words',
    system: 'archive, disk, key or account that the passage names',
    severity: 'high',
    owner: 'whoever encrypted the file, disk or key, else the person whose account it is',
    lifetime: 'until changed; of a file that was sent out, for ever',
    reset: {
      portal:
        'Change it where it opens an account and revoke its sessions; encrypt files, disks and keys again under a new one, and hold what a stolen copy contains for disclosed',
    },
    proof:
      'for an account, directory audit "Reset user password" and "Update StsRefreshTokenValidFrom Timestamp"; for a file or key, the date of its new version and the list of the mails that carried the old one',
    references: [entraReset, entraAudit],
  },
  {
    kind: 'one-time-code',
    title: 'One-time code for a sign-in',
    system: 'the service that sent it',
    severity: 'medium',
    owner: 'the person who asked for the code',
    lifetime: 'minutes, at most a day; worth a look if the mail was read before that',
    reset: {
      portal:
        'Nothing to change in the code. If it was read in time: revoke the sessions of the account, remove authentication methods that its owner does not know, and move the owner from codes by mail to a passkey or an app',
      command: 'Revoke-MgUserSignInSession -UserId <user>',
    },
    proof:
      'sign-in log: sign-ins of the account within the minutes after the mail, their address and authentication method; directory audit: "User registered security info", "Update StsRefreshTokenValidFrom Timestamp"',
    references: [entraReset, entraAudit],
  },
  {
    kind: 'recovery-code',
    title: 'Recovery code that replaces a second factor, or opens an encrypted disk',
    system: 'the service that the account is of, or BitLocker',
    severity: 'high',
    owner: 'the person whose account or device it is',
    lifetime: 'until used or made anew',
    reset: {
      portal:
        'Make new codes in the security settings of the service, which voids the old ones, and end its sessions; rotate a BitLocker key in Intune > Devices > the device > BitLocker key rotation',
    },
    proof:
      'security log of the service: codes generated later than the mail, and no sign-in with a recovery code; for BitLocker, directory audit "Read BitLocker key" and the date of the newest key of the device',
    references: ['https://learn.microsoft.com/en-us/intune/intune-service/protect/encrypt-devices', entraAudit],
  },
  {
    kind: 'pin',
    title: 'PIN of a telephone, mailbox, card or meeting',
    system: 'the device or service that the passage names',
    severity: 'medium',
    owner: 'the person who uses the device or card',
    lifetime: 'until changed',
    reset: {
      portal:
        'Change it on the device or with the operator; a voice mailbox in the Teams admin center > Users > Voice; a Windows Hello PIN in Settings > Accounts > Sign-in options; revoke the sessions of the device if it was out of sight',
    },
    proof:
      'log of the device or operator; for Windows Hello, directory audit "Register device" and "User registered security info", and sign-ins by that method',
    references: [entraReset, entraAudit],
  },
  {
    kind: 'wifi-password',
    title: 'Key of a wireless network',
    system: 'the access points of the place',
    severity: 'medium',
    owner: 'whoever runs the network of the place',
    lifetime: 'until changed, which is rare',
    reset: {
      portal:
        'Set a new key on the controller, disconnect all clients and hand the key out anew; better move to 802.1X, so that the next leak is of one person only. In Intune renew the Wi-Fi profile of the devices',
    },
    proof:
      'log of the wireless controller: the change of the key later than the mail, and clients that joined in between and are not known',
    references: ['https://learn.microsoft.com/en-us/intune/intune-service/configuration/wi-fi-settings-configure'],
  },
];
