import { mailLimits } from '../limits.ts';
import type { Reader } from '../reader.ts';
import { BoundedText } from '../text/bounded-text.ts';
import { decodeText } from '../text/decode-text.ts';
import { isPlainText } from '../text/plain-text.ts';
import { tabbed } from '../text/separated-values.ts';

const nameEnding =
  /\.(?:txt|text|log|md|csv|tsv|tab|psv|json|jsonl|ndjson|xml|xsl|xsd|ya?ml|toml|ini|inf|conf|cnf|cfg|config|properties|env|reg|rdp|rdg|ovpn|pbk|rtsz|ps1|psm1|psd1|sh|bash|bat|cmd|vbs|js|ts|jsx|tsx|py|rb|pl|php|java|cs|vb|go|rs|c|h|cpp|sql|tf|tfvars|tfstate|bicep|dockerfile|gitconfig|netrc|pgpass|npmrc|pypirc|url|webloc|mobileconfig|plist|publishsettings|pubxml|csproj|udl|dsn|ica|kql|hcl|diff|patch|tex|srt|pub|csr|bak|old|orig)$/i;
const wholeName =
  /^(?:\.?(?:env(?:\.\w+)?|git-credentials|gitconfig|netrc|pgpass|npmrc|pypirc|my\.cnf|bashrc|bash_history|zsh_history|htpasswd|dockercfg)|dockerfile|makefile|jenkinsfile|credentials|config|hosts|known_hosts|authorized_keys|unattend|consolehost_history)$/i;
const mediaTypes =
  /^(?:text\/(?!html|rtf|calendar|x-?vcard|directory)[\w.+-]+|application\/(?:json|xml|yaml|x-yaml|toml|javascript|x-sh|x-shellscript|x-powershell|sql|x-ndjson)|application\/[\w.-]+\+(?:json|xml))$/;

const reader: Reader = {
  reader: 'text',
  title: 'Plain text, tables of separated values, scripts, logs and configuration files',
  reference: 'https://encoding.spec.whatwg.org/',
  recognise({ name, mediaType, head }) {
    if (head.length === 0 || !isPlainText(head)) return 0;
    return nameEnding.test(name) || wholeName.test(name) || mediaTypes.test(mediaType) ? 1 : 0;
  },
  async *read(content) {
    const text = decodeText(await content.bytes());
    const isTable = /\.(?:csv|psv)$/i.test(content.name) || content.mediaType === 'text/csv';
    const body = new BoundedText(mailLimits.textCharacters);
    body.append((isTable ? tabbed(text) : text).replaceAll(/\r\n?/g, '\n'));
    yield* body.pieces('body');
  },
  examples: [
    {
      name: 'a configuration file',
      content: { name: 'app.config', bytes: () => Buffer.from('<add key="a"\r\n value="b"/>\r\n') },
      gives: ['text body: <add key="a"⏎ value="b"/>'],
    },
    {
      name: 'a table with quotes',
      content: { name: 'servers.csv', bytes: () => Buffer.from('server;password\n"sql01";"a"";b"\nsql02;c\n') },
      gives: ['text body: server⇥password⏎sql01⇥a";b⏎sql02⇥c'],
    },
    {
      name: 'two-byte characters without a mark, as PowerShell writes them',
      content: { name: 'setup.log', bytes: () => Buffer.from('done: übung\r\n', 'utf16le') },
      gives: ['text body: done: übung'],
    },
    {
      name: 'Western text of one byte a letter',
      content: { name: '', mediaType: 'text/plain', bytes: () => Buffer.from('Schl\u00FCssel \u0080', 'latin1') },
      gives: ['text body: Schlüssel €'],
    },
    {
      name: 'Russian text of one byte a letter',
      content: {
        name: 'note.txt',
        bytes: () => Buffer.from('cfe0f0eeebfc20eef220f1e5f0e2e5f0e0', 'hex'),
      },
      gives: ['text body: Пароль от сервера'],
    },
  ],
};

export default reader;
