import type { SecretPattern } from '../pattern.ts';

/** Header and claims are JSON; what Microsoft Entra issued is a kind of its own. */
function isToken(secret: string): boolean {
  const [header = '', claims = ''] = secret.split('.');
  const decode = (part: string): unknown => {
    try {
      return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    } catch {
      return undefined;
    }
  };
  const [first, second] = [decode(header), decode(claims)];
  const has = (value: unknown, name: string): boolean => typeof value === 'object' && value !== null && name in value;
  if (!has(first, 'alg') && !has(first, 'enc') && !has(first, 'typ')) return false;
  if (typeof second !== 'object' || second === null) return has(first, 'enc');
  return !/"iss":"https:\/\/(?:sts\.windows\.net|login\.microsoftonline\.(?:com|us)|sts\.microsoftonline)/.test(
    JSON.stringify(second),
  );
}

const pattern: SecretPattern = {
  kind: 'json-web-token',
  title: 'JSON Web Token',
  system: 'web service that issued it',
  severity: 'medium',
  owner: 'owner of the application or session',
  lifetime: 'until the time in its exp claim',
  reset: {
    portal:
      'the service that issued it (claim iss) > end the sessions of the subject and revoke its refresh token; a leaked signing key has to be replaced',
  },
  proof: "log of the issuer for the claims jti, sid or sub; the service's access log",
  references: ['https://www.rfc-editor.org/rfc/rfc7519', 'https://www.rfc-editor.org/rfc/rfc8725'],
  anchors: ['eyJ'],
  expression:
    /(?<![\w.-])(?<secret>eyJ[\w-]{10,2000}\.(?:eyJ[\w-]{6,8000}|[\w-]{0,700}\.[\w-]{8,64}\.[\w-]{8,8000})\.[\w-]{16,1400})(?![\w-])/g,
  reach: { before: 4, after: 9000 },
  isSecret: isToken,
  isGeneric: true,
  shownCharacters: 3,
  examples: [
    {
      text: '> token eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJodHRwczovL2lkLmNvcnAuZXhhbXBsZSIsInN1YiI6ImFubmEifQ.N0tR3alDBYeA5NL4GDoKVQjPyva2hFGQMUuHoxCXArA.',
      finds: [
        'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJodHRwczovL2lkLmNvcnAuZXhhbXBsZSIsInN1YiI6ImFubmEifQ.N0tR3alDBYeA5NL4GDoKVQjPyva2hFGQMUuHoxCXArA',
      ],
    },
    { text: 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbm5hIn0.', finds: [] },
    { text: 'eyJhbGciOiJub25l.eyJlIjox.notAToken', finds: [] },
  ],
};

export default pattern;
