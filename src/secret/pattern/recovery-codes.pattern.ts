import type { SecretPattern } from '../pattern.ts';

/** Groups of one form, as a machine writes them: letters in codes come with digits, and dates or telephone numbers are few. */
function isList(secret: string): boolean {
  const codes = (secret.match(/[\p{L}\d]{4,12}(?:[ -][\p{L}\d]{4,12})?/gu) ?? []).filter((code) => /\d/.test(code));
  const lengths = new Set(codes.map(({ length }) => length));
  return codes.length >= 5 && lengths.size <= 3 && new Set(codes).size === codes.length;
}

const pattern: SecretPattern = {
  kind: 'recovery-codes',
  title: 'List of recovery codes for the second factor',
  system: 'second factor of an account',
  severity: 'high',
  owner: 'the user of the account',
  lifetime: 'until used or made again',
  reset: { portal: 'the service > the user > security > recovery codes > generate new ones, which ends the old ones' },
  proof: 'log of the service: recovery code used, recovery codes generated',
  references: [
    'https://docs.github.com/en/authentication/securing-your-account-with-two-factor-authentication-2fa/configuring-two-factor-authentication-recovery-methods',
    'https://support.google.com/accounts/answer/1187538',
  ],
  anchors: [
    'recovery code',
    'backup code',
    'scratch code',
    'wiederherstellungscode',
    'sicherungscode',
    'backup-code',
    'codes de secours',
    'codes de récup',
    'códigos de recup',
    'códigos de respaldo',
    'códigos de seguridad',
    'оди віднов',
    'езервні коди',
    'оды восст',
    'езервные коды',
    'recovery-codes',
  ],
  expression:
    /(?:(?:recovery|backup|scratch)[ -]codes?|(?:wiederherstellungs|sicherungs|backup-)codes?|codes de (?:secours|r\u00E9cup\u00E9ration)|c\u00F3digos de (?:recuperaci\u00F3n|respaldo|seguridad)|\u043A\u043E\u0434\u0438 \u0432\u0456\u0434\u043D\u043E\u0432\u043B\u0435\u043D\u043D\u044F|\u0440\u0435\u0437\u0435\u0440\u0432\u043D\u0456 \u043A\u043E\u0434\u0438|\u043A\u043E\u0434\u044B \u0432\u043E\u0441\u0441\u0442\u0430\u043D\u043E\u0432\u043B\u0435\u043D\u0438\u044F|\u0440\u0435\u0437\u0435\u0440\u0432\u043D\u044B\u0435 \u043A\u043E\u0434\u044B)[^:\n\d]{0,80}[:\n]?[\s>*\u2022-]{0,12}(?<secret>(?:(?:\d{1,2}[.)][ \t]{1,3})?[a-z]{0,8}\d[a-z\d]{0,11}(?:[ -][a-z\d]{4,12})?[\s>,;*\u2022|-]{1,16}){5,19}(?:\d{1,2}[.)][ \t]{1,3})?[a-z]{0,8}\d[a-z\d]{3,11}(?:[ -][a-z\d]{4,12})?)(?![a-z\d])/gi,
  reach: { before: 8, after: 700 },
  isSecret: isList,
  examples: [
    {
      text: '> Your recovery codes:\n> a1b2c-3d4e5\n> f6g7h-8i9j0\n> k1l2m-3n4o5\n> p6q7r-8s9t0\n> u1v2w-3x4y5\n> z6a7b-8c9d0\n> e1f2g-3h4i5\n> j6k7l-8m9n0\n',
      finds: [
        'a1b2c-3d4e5\n> f6g7h-8i9j0\n> k1l2m-3n4o5\n> p6q7r-8s9t0\n> u1v2w-3x4y5\n> z6a7b-8c9d0\n> e1f2g-3h4i5\n> j6k7l-8m9n0',
      ],
    },
    {
      text: 'Wiederherstellungscodes: 1234 5678, 2345 6781, 3456 7812, 4567 8123, 5678 1234, 6781 2345, 7812 3456, 8123 4567',
      finds: ['1234 5678, 2345 6781, 3456 7812, 4567 8123, 5678 1234, 6781 2345, 7812 3456, 8123 4567'],
    },
    {
      text: 'Резервні коди:\n83920174\n10293847\n56473829\n91827364\n55443322\n66778812',
      finds: ['83920174\n10293847\n56473829\n91827364\n55443322\n66778812'],
    },
    {
      text: 'the recovery codes are in the safe of the house, ask there for them if ever you need one of them',
      finds: [],
    },
  ],
};

export default pattern;
