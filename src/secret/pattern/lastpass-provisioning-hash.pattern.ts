import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'lastpass-provisioning-hash',
  title: 'Provisioning secret of LastPass',
  system: 'LastPass',
  severity: 'critical',
  owner: 'LastPass administrator; the user',
  lifetime: 'until reset',
  reset: {
    portal:
      'LastPass Admin Console > Advanced > Enterprise API > Reset provisioning hash; of a user: Users > the user > Reset master password, and change what the vault holds',
  },
  proof: 'LastPass Admin Console > Reporting > Admin activity and Login history',
  references: [
    'https://support.lastpass.com/s/document-item?bundleId=lastpass&topicId=LastPass/c_lp_enterprise_api.html',
  ],
  anchors: ['lastpass', 'provhash'],
  expression:
    /(?:provhash|lastpass[^]{0,60}?(?:prov[\w ]{0,12}hash|(?:provisioning|api)[_ -](?:secret|key)))["'\])]{0,2}[ \t]{0,4}(?:=>|[:=]|is|ist|to)?[ \t]{0,4}["'<]{0,2}(?<secret>[0-9a-f]{64})(?![\w-])/gi,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: '> {"cid":"1234567","provhash":"decafbade0ed0b03a9bd141625d1edec7a019b48194bf098630a2c4ea039d081","cmd":"getuserdata"}',
      finds: ['decafbade0ed0b03a9bd141625d1edec7a019b48194bf098630a2c4ea039d081'],
    },
    { text: 'the lastpass vault decafbad3eb9db4e709d74808ca1579ecdbead4b713d863c068e68cd57d185e4', finds: [] },
  ],
};

export default pattern;
