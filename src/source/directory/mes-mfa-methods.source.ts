import { join, literal, sql, type Sql } from '../../store/sql.ts';
import { bare, defineDirectorySource } from '../directory-source.ts';
import { texts } from '../source.ts';

/** Columns and the words that Graph's registration report has for them. */
const methods = {
  fido2: 'fido2SecurityKey',
  app: 'microsoftAuthenticatorPush',
  phone: 'mobilePhone',
  softwareOath: 'softwareOneTimePasscode',
  helloBusiness: 'windowsHelloForBusiness',
  email: 'email',
  temporaryAccessPass: 'temporaryAccessPass',
} as const;

/** Methods of the suite's list that are a second factor; an e-mail address only resets passwords. */
const factors = ['fido2', 'app', 'phone', 'softwareOath', 'helloBusiness'] as const;

const isSet = (value: Sql): Sql => sql`coalesce(${value} ilike 'true', false)`;
const any = (values: readonly Sql[]): Sql => join(values.map(isSet), sql` or `);

/**
 * `Get-MFA`: the methods of each user. `MFAstatus` is not read, because an e-mail address makes it `Enabled`; a user
 * without any method, not even a password, could not be read.
 */
export default defineDirectorySource({
  id: 'mes-mfa-methods',
  title: 'Microsoft Extractor Suite: AuthenticationMethods of Get-MFA (CSV or JSON)',
  reference: 'https://microsoft-365-extractor-suite.readthedocs.io/en/latest/functionality/Azure/MFA.html',
  table: 'directory',
  fields: texts({
    user: 'user',
    status: 'MFAstatus',
    email: 'email',
    fido2: 'fido2',
    app: 'app',
    password: 'password',
    phone: 'phone',
    softwareOath: 'softwareoath',
    helloBusiness: 'hellobusiness',
    temporaryAccessPass: 'temporaryAccessPass',
  }),
  requires: [['user'], ['status']],
  fills: [
    {
      table: 'registration',
      where: (field) => {
        const known = [field.password, field.email, field.temporaryAccessPass, ...factors.map((name) => field[name])];
        return sql`${field.user} <> '-' and (${any(known)})`;
      },
      columns: (field) => ({
        userPrincipalName: bare(field.user),
        isMfaRegistered: any(factors.map((name) => field[name])),
        methods: sql`list_filter([${join(
          (Object.keys(methods) as (keyof typeof methods)[]).map(
            (name) => sql`case when ${isSet(field[name])} then ${literal(methods[name])} end`,
          ),
        )}], lambda m: m is not null)`,
      }),
    },
  ],
  examples: [
    {
      name: 'the authenticator and a phone',
      record: {
        user: 'Ann@frostline.example',
        MFAstatus: 'Enabled',
        email: 'False',
        fido2: 'False',
        app: 'True',
        password: 'True',
        phone: 'True',
        softwareoath: 'False',
        hellobusiness: 'False',
        temporaryAccessPass: 'False',
        certificateBasedAuthConfiguration: 'False',
      },
      becomes: {
        registration: [
          {
            userId: null,
            userPrincipalName: 'ann@frostline.example',
            isMfaRegistered: 'true',
            methods: 'microsoftAuthenticatorPush,mobilePhone',
          },
        ],
      },
    },
    {
      name: 'an e-mail address, which is no second factor, as an old version writes it',
      record: { user: 'bob@frostline.example', MFAstatus: 'Enabled', email: 'True', app: '-', password: 'True' },
      becomes: { registration: [{ isMfaRegistered: 'false', methods: 'email' }] },
    },
    {
      name: 'as JSON',
      record: { user: 'eve@frostline.example', MFAstatus: 'Disabled', email: false, password: true },
      becomes: { registration: [{ isMfaRegistered: 'false', methods: '' }] },
    },
    {
      name: 'a user who could not be read',
      record: { user: 'gil@frostline.example', MFAstatus: 'Disabled', email: 'False', password: 'False' },
      becomes: { registration: [] },
    },
    {
      name: 'a registration of Graph is none',
      record: { id: 'u1', userPrincipalName: 'a@frostline.example', isMfaRegistered: true },
      becomes: undefined,
    },
  ],
});
