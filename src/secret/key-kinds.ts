import type { CredentialKind } from './pattern.ts';

const keyOwner = 'whoever made the key; for a certificate of an application the owner of its registration';
const rotate = 'https://learn.microsoft.com/en-us/graph/api/application-removekey';

function kind(
  format: string,
  title: string,
  rest: Pick<CredentialKind, 'system' | 'lifetime' | 'reset' | 'proof' | 'references'> & Partial<CredentialKind>,
): CredentialKind {
  return { kind: `${format}-file`, title, severity: 'high', owner: keyOwner, ...rest };
}

const sshKey = (format: string, title: string): CredentialKind =>
  kind(format, title, {
    system: 'servers that know its public half',
    lifetime: 'until its public half is removed everywhere',
    reset: {
      portal: 'Remove the public half from authorized_keys, source hosts and devices, make a new pair',
      command: 'ssh-keygen -lf FILE gives the fingerprint by which servers log it; ssh-keygen -R HOST forgets a host',
    },
    proof: 'sshd logs "Accepted publickey" with the fingerprint; none after it was removed, and refused attempts',
    references: ['https://man.openbsd.org/sshd.8#AUTHORIZED_KEYS_FILE_FORMAT'],
  });

/** Keys and stores of keys that hang on mails as files, by format of the readers: `<format>-file`. */
export const keyKinds: readonly CredentialKind[] = [
  kind('pfx', 'Certificate with its private key (PFX, PKCS #12)', {
    system: 'applications, servers or persons that the certificate stands for',
    severity: 'critical',
    lifetime: 'until the certificate ends or is removed where it is trusted',
    reset: {
      portal:
        'Find its thumbprint in Entra admin center > App registrations > Certificates & secrets, on federation servers and in web servers; put a new certificate there, remove this one, have the authority revoke it',
      command: 'Remove-MgApplicationKey -ApplicationId <object id> -KeyId <key id> -Proof <proof>',
    },
    proof:
      'directory audit: "Update application – Certificates and secrets management" without the key id; the list of revoked certificates',
    references: [rotate, 'https://www.rfc-editor.org/rfc/rfc7292'],
  }),
  kind('private-key', 'Private key', {
    system: 'servers or applications that trust its public half',
    severity: 'critical',
    lifetime: 'until the public half or its certificate is removed where it is trusted',
    reset: {
      portal:
        'Make a new pair, replace certificate or public half wherever it is trusted, have the authority revoke the old certificate',
    },
    proof: 'the list of revoked certificates; logs of what trusted it, by the thumbprint of the old certificate',
    references: [rotate, 'https://www.rfc-editor.org/rfc/rfc5958'],
  }),
  sshKey('ssh-private-key', 'Private key of SSH'),
  sshKey('putty-key', 'Private key of PuTTY'),
  kind('pgp-private-key', 'Private key of OpenPGP', {
    system: 'mail and files that were encrypted to it, signatures in its name',
    lifetime: 'until it ends or is revoked; what was encrypted to it stays open',
    reset: {
      portal: 'Publish its revocation, make a new key, encrypt again what still has to be secret',
      command: 'gpg --gen-revoke <key id>',
    },
    proof: 'the revocation on the key servers that correspondents use',
    references: ['https://www.rfc-editor.org/rfc/rfc9580'],
  }),
  kind('java-keystore', 'Store of keys of Java', {
    system: 'applications that load it',
    lifetime: 'until the certificates in it end or are replaced',
    reset: {
      portal: 'Make new keys for every entry, replace the store where it is loaded, revoke the old certificates',
      command: 'keytool -list -v -keystore FILE',
    },
    proof: 'the list of revoked certificates; the date of the store on the servers',
    references: ['https://docs.oracle.com/en/java/javase/21/docs/specs/man/keytool.html'],
  }),
  kind('keepass', 'Vault of KeePass', {
    system: 'everything that is in the vault',
    severity: 'critical',
    lifetime: 'of a stolen copy for ever: a new master password does not reach it',
    reset: {
      portal:
        'Reset every credential in the vault as if it had been read, the worst first; then change the master password',
    },
    proof: 'the resets of its entries, each by the log of its own system',
    references: ['https://keepass.info/help/base/security.html'],
  }),
  kind('password-safe', 'Vault of Password Safe', {
    system: 'everything that is in the vault',
    severity: 'critical',
    lifetime: 'of a stolen copy for ever: a new master password does not reach it',
    reset: {
      portal:
        'Reset every credential in the vault as if it had been read, the worst first; then change the master password',
    },
    proof: 'the resets of its entries, each by the log of its own system',
    references: ['https://pwsafe.org/readmore.shtml'],
  }),
];
