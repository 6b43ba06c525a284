import { isUserinfo } from '../userinfo.ts';
import type { SecretPattern } from '../pattern.ts';

/** User name, colon, password, all of it text. */
function isBasic(secret: string): boolean {
  const text = Buffer.from(secret, 'base64').toString('utf8');
  const [, account = '', password = ''] = /^([^:]{1,120}):(.{1,200})$/.exec(text) ?? [];
  return (
    account !== '' &&
    isUserinfo(password, {}) &&
    !/[\p{Cc}\uFFFD]/u.test(text) &&
    !/^user(?:name)?:pass(?:word)?$/i.test(text)
  );
}

const pattern: SecretPattern = {
  kind: 'authorization-basic',
  title: 'HTTP header Authorization: Basic',
  system: 'web service',
  severity: 'high',
  owner: 'the user of the service',
  lifetime: 'until changed',
  reset: { portal: "the service's user administration > the account > reset the password" },
  proof: 'access log of the service: requests of the user by address',
  references: ['https://www.rfc-editor.org/rfc/rfc7617'],
  anchors: ['basic '],
  expression: /(?<!\w)basic[ \t]{1,4}(?<secret>[A-Za-z0-9+/]{8,400}={0,2})(?![\w+/=])/gi,
  reach: { before: 2, after: 420 },
  isSecret: isBasic,
  examples: [
    { text: '> Authorization: Basic YW5uYTpOMHRSM2FsLUtyYW4xY2g.', finds: ['YW5uYTpOMHRSM2FsLUtyYW4xY2g'] },
    { text: 'basic information about the service', finds: [] },
    { text: 'Authorization: Basic dXNlcjpwYXNzd29yZA', finds: [] },
  ],
};

export default pattern;
