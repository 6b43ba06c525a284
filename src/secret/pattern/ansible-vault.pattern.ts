import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'ansible-vault',
  title: 'Secret encrypted by Ansible Vault',
  system: 'Ansible',
  severity: 'low',
  owner: 'owner of the playbook',
  lifetime: 'until the vault password is changed; old copies stay readable with the old one',
  reset: {
    portal: 'change the vault password (rekey) if it may be known, too, and then every secret inside',
    command: 'ansible-vault rekey <file>',
  },
  proof: 'history of the repository: the file was encrypted again',
  references: ['https://docs.ansible.com/ansible/latest/vault_guide/index.html'],
  anchors: ['$ANSIBLE_VAULT;'],
  expression:
    /(?<secret>\$ANSIBLE_VAULT;1\.[0-9];AES(?:256)?(?:;[\w.-]{1,40})?[>\s\\nr|]{1,24}[0-9a-f][0-9a-f>\s\\nr|]{60,8000}[0-9a-f])/g,
  reach: { before: 2, after: 8200 },
  shownCharacters: 15,
  examples: [
    {
      text: '> password: !vault |\n>   $ANSIBLE_VAULT;1.1;AES256\n>   decafbad93e7ca674f2b1a69a0ca6e1f6e2a60e962a4d3a3b5f42bc348e52535a8eb981893d38d6e\n>   decafbad92974f63d1bed0521c5d509c1b523dc6c325416b3c2a1098bdcde8981e397292e02d9b23\n',
      finds: [
        '$ANSIBLE_VAULT;1.1;AES256\n>   decafbad93e7ca674f2b1a69a0ca6e1f6e2a60e962a4d3a3b5f42bc348e52535a8eb981893d38d6e\n>   decafbad92974f63d1bed0521c5d509c1b523dc6c325416b3c2a1098bdcde8981e397292e02d9b23',
      ],
    },
    { text: 'it begins with $ANSIBLE_VAULT;1.1;AES256 and then comes text', finds: [] },
  ],
};

export default pattern;
