import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'ethereum-private-key',
  title: 'Private key of Ethereum',
  system: 'Ethereum',
  severity: 'critical',
  owner: 'holder of the wallet',
  lifetime: 'for ever',
  reset: { portal: 'move everything to an address of a new key at once; the old key cannot be changed' },
  proof: "block explorer: balance and transfers of the key's address",
  references: ['https://ethereum.org/en/developers/docs/accounts/'],
  anchors: ['ethereum', 'metamask', 'private key', 'private_key', 'privatekey'],
  expression:
    /(?:(?:ethereum|metamask|eth)[^]{0,60}?private|(?<![a-z])private)[ _-]?key["'\])]{0,2}[ \t]{0,4}(?:=>|[:=]|is|ist|to)?[ \t]{0,4}["'<]{0,2}(?<secret>(?:0x)[0-9a-f]{64}|(?<=eth[^]{0,90})[0-9a-f]{64})(?![\w-])/gi,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: '> Metamask private key: 0xdecafbad0d47bf6798ead370c80f0349156afefe56ed515438f7c969c6f5d573.',
      finds: ['0xdecafbad0d47bf6798ead370c80f0349156afefe56ed515438f7c969c6f5d573'],
    },
    {
      text: 'PRIVATE_KEY=0xdecafbad15a38d1eae4254e78c0d0b637c0dc754ed3160a2a29ca96a25a294f9',
      finds: ['0xdecafbad15a38d1eae4254e78c0d0b637c0dc754ed3160a2a29ca96a25a294f9'],
    },
    { text: 'private key id decafbad45731a4adbf080fb4a781e38ad3a75929f73fade49147c8c67a9a51c', finds: [] },
  ],
};

export default pattern;
