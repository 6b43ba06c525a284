import { sql } from '../../store/sql.ts';
import { type Check, needsRegistration, needsUsers } from '../check.ts';
import { registrationDetails, user } from '../graph-record.ts';
import { isOnlyWeak } from '../method-strength.ts';

const check: Check = {
  check: 'weak-second-factors',
  title: 'Nobody has only a phone number as second factor',
  lesson: 'no-second-factor',
  severity: 'medium',
  risk: 'Texts and calls are read along on a false page, answered in a moment of fatigue, or sent to whoever took over the number.',
  incident:
    'CISA and its partners name tired users who at last accept a prompt as one way of this group into cloud accounts.',
  references: [
    'https://github.com/cisagov/ScubaGear/blob/main/PowerShell/ScubaGear/baselines/aad.md',
    'https://learn.microsoft.com/en-us/entra/identity/authentication/concept-authentication-methods',
  ],
  fix: {
    portal:
      'Entra admin center > Authentication methods > Registration campaign: on, Microsoft Authenticator or passkey; then Policies > SMS and Voice call: off',
    command:
      'Get-MgUserAuthenticationMethod -UserId <id>   # after another method is registered: Remove-MgUserAuthenticationPhoneMethod -UserId <id> -PhoneAuthenticationMethodId <method id>',
  },
  needs: [needsUsers, needsRegistration],
  objects: sql`
    select u.tenantId, 'user' as type, u.id, u.name, 'registered only ' || array_to_string(r.methods, ', ') as because, r.file_id, r.record
    from fact_user u join fact_registration r on r.tenantId = u.tenantId and r.userId = u.id
    where u.accountEnabled is distinct from false and ${isOnlyWeak(sql`r.methods`)}`,
  examples: [
    {
      name: 'a phone, a phone and an address; a phone and the authenticator; nothing at all; a disabled one',
      records: [
        user('u1'),
        registrationDetails('u1', ['mobilePhone']),
        user('u2'),
        registrationDetails('u2', ['email', 'officePhone']),
        user('u3'),
        registrationDetails('u3', ['mobilePhone', 'microsoftAuthenticatorPush']),
        user('u4'),
        registrationDetails('u4', []),
        user('u5', { accountEnabled: false }),
        registrationDetails('u5', ['mobilePhone']),
      ],
      verdict: 'not-met',
      objects: ['u1', 'u2'],
    },
    {
      name: 'the authenticator',
      records: [user('u3'), registrationDetails('u3', ['mobilePhone', 'microsoftAuthenticatorPush'])],
      verdict: 'met',
    },
    { name: 'users without what they registered say nothing', records: [user('u1')], verdict: 'not-examined' },
  ],
};

export default check;
