/** The claims of a JSON Web Token, undefined for what is none. Nothing is verified: what is searched is a leak, not a login. */
export function claimsOf(token: string): Readonly<Record<string, unknown>> | undefined {
  const payload = token.split('.')[1];
  if (payload === undefined) return undefined;
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    return typeof claims === 'object' && claims !== null ? (claims as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** The issuer that a JSON Web Token names, empty for one without. */
export function issuerOf(token: string): string {
  const issuer = claimsOf(token)?.['iss'];
  return typeof issuer === 'string' ? issuer : '';
}

/** A JSON Web Token of these claims with a signature that nobody made, for examples. */
export function exampleToken(claims: Readonly<Record<string, unknown>>): string {
  const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${encode({ typ: 'JWT', alg: 'RS256' })}.${encode(claims)}.${'Tm90QVNpZ25hdHVyZQ'.repeat(4)}`;
}
