import type { Content } from '../reader.ts';

type Seen = Pick<Content, 'name' | 'mediaType' | 'sizeBytes' | 'head'>;

const starts =
  (hex: string) =>
  ({ head }: Seen) =>
    head.toString('hex', 0, hex.length / 2) === hex;
const says =
  (expression: RegExp) =>
  ({ head }: Seen) =>
    expression.test(head.toString('latin1'));
const isSqlite = says(/^SQLite format 3\0/);

/** Vaults that are encrypted as a whole. */
export const vaultKinds: readonly {
  readonly title: string;
  /** Format of the key material if a passphrase could be tried on it. */
  readonly format?: 'keepass' | 'password-safe';
  readonly isOne: (content: Seen) => boolean;
}[] = [
  { title: 'a database of KeePass', format: 'keepass', isOne: starts('03d9a29a') },
  { title: 'a database of Password Safe', format: 'password-safe', isOne: starts('50575333') },
  { title: 'a keychain of macOS', isOne: starts('6b796368') },
  {
    title: 'passwords saved in Chrome or Edge',
    isOne: (content) =>
      isSqlite(content) &&
      (/CREATE TABLE logins\b/.test(content.head.toString('latin1')) || /^login data/i.test(content.name)),
  },
  {
    title: 'keys of Firefox',
    isOne: (content) =>
      isSqlite(content) &&
      (/CREATE TABLE (?:metaData|nssPrivate)\b/.test(content.head.toString('latin1')) ||
        /^key4\.db$/i.test(content.name)),
  },
  { title: 'a keychain of macOS', isOne: (content) => isSqlite(content) && /keychain/i.test(content.name) },
  { title: 'passwords saved in Firefox', isOne: says(/^\s*\{[^]{0,2000}"encryptedUsername"/) },
  { title: 'an encrypted export of Bitwarden', isOne: says(/^\s*\{\s*"encrypted"\s*:\s*true/) },
  { title: 'an item of 1Password', isOne: says(/^(?:opdata01|var profile=\{)/) },
  { title: 'a vault of Ansible', isOne: says(/^\$ANSIBLE_VAULT;/) },
];

/** Exports in plain text: their first line or first members say whose they are. */
export const exportKinds: readonly { readonly title: string; readonly isOne: (content: Seen) => boolean }[] = [
  { title: 'export of Bitwarden', isOne: says(/^\s*\{\s*"encrypted"\s*:\s*false/) },
  { title: 'export of Bitwarden', isOne: says(/^(?:\xef\xbb\xbf)?folder,favorite,type,name,notes,fields,/) },
  { title: 'export of LastPass', isOne: says(/^(?:\xef\xbb\xbf)?url,username,password,(?:totp,)?extra,name,grouping/) },
  {
    title: 'export of KeePass',
    isOne: says(
      /^(?:\xef\xbb\xbf)?"?(?:Account|Group|Title)"?,"?(?:Login Name|Title|User ?name)"?,"?(?:Password|User ?name)"?/i,
    ),
  },
  { title: 'export of KeePass', isOne: says(/^[^]{0,200}<KeePassFile>/) },
  {
    title: 'export of 1Password',
    isOne: says(/^(?:\xef\xbb\xbf)?"?Title"?,"?(?:Url|Website)"?,"?Username"?,"?Password"?/i),
  },
  { title: 'export of 1Password', isOne: says(/^\s*\{\s*"accounts"\s*:\s*\[\s*\{\s*"attrs"/) },
  { title: 'export of a browser', isOne: says(/^(?:\xef\xbb\xbf)?"?(?:name"?,"?)?url"?,"?username"?,"?password"?/i) },
  { title: 'export of Dashlane', isOne: says(/^(?:\xef\xbb\xbf)?username,username2,username3,title,password,/) },
];
