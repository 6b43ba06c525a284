import type { Reader } from '../reader.ts';
import { BoundedText } from '../text/bounded-text.ts';
import { decodeText } from '../text/decode-text.ts';
import { tabbed } from '../text/separated-values.ts';
import { exportKinds, vaultKinds } from '../vault/vault-kind.ts';

const reader: Reader = {
  reader: 'vault',
  title: 'Password managers: vaults, which stay shut, and exports in plain text',
  reference: 'https://keepass.info/help/kb/kdbx.html',
  recognise(content) {
    return [...vaultKinds, ...exportKinds].some(({ isOne }) => isOne(content)) ? 3 : 0;
  },
  async *read(content) {
    const vault = vaultKinds.find(({ isOne }) => isOne(content));
    if (vault !== undefined) {
      yield { kind: 'unread', place: 'vault', name: content.name, reason: 'vault', detail: vault.title };
      if (vault.format !== undefined)
        yield {
          kind: 'key',
          place: 'vault',
          key: { format: vault.format, isProtected: true, thumbprints: [], bytes: await content.bytes() },
        };
      return;
    }
    const kind = exportKinds.find(({ isOne }) => isOne(content));
    const text = decodeText(await content.bytes());
    const body = new BoundedText();
    body.append(/^\s*[{[]/.test(text) ? text : tabbed(text));
    yield* body.pieces(`${kind?.title ?? 'export'}, not encrypted`);
  },
  examples: [
    {
      name: 'KeePass',
      content: { name: 'Team.kdbx', bytes: () => Buffer.from('03d9a29a67fb4bb501000300', 'hex') },
      gives: ['unread vault: Team.kdbx vault', 'key vault: keepass protected'],
    },
    {
      name: 'Password Safe',
      content: { name: 'it.psafe3', bytes: () => Buffer.from(`PWS3${'\0'.repeat(100)}`) },
      gives: ['unread vault: it.psafe3 vault', 'key vault: password-safe protected'],
    },
    {
      name: 'saved passwords of Chrome',
      content: {
        name: 'Login Data',
        bytes: () => Buffer.from(`SQLite format 3\0${'\0'.repeat(100)}CREATE TABLE logins (`),
      },
      gives: ['unread vault: Login Data vault'],
    },
    {
      name: 'an encrypted export of Bitwarden',
      content: { name: 'bw.json', bytes: () => Buffer.from('{\n  "encrypted": true,\n  "passwordProtected": true}') },
      gives: ['unread vault: bw.json vault'],
    },
    {
      name: 'an export of Bitwarden that is not',
      content: { name: 'bw.json', bytes: () => Buffer.from('{"encrypted": false, "folders": []}') },
      gives: ['text export of Bitwarden, not encrypted: {"encrypted": false, "folders": []}'],
    },
    {
      name: 'an export of a browser',
      content: {
        name: 'Chrome Passwords.csv',
        bytes: () => Buffer.from('name,url,username,password,note\na,b,c,"d,e",\n'),
      },
      gives: ['text export of a browser, not encrypted: name⇥url⇥username⇥password⇥note⏎a⇥b⇥c⇥d,e'],
    },
  ],
};

export default reader;
