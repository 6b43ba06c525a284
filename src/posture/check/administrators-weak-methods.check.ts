import { sql } from '../../store/sql.ts';
import { type Check, needsRegistration } from '../check.ts';
import { registrationDetails, roleAssignment, roleId, user } from '../graph-record.ts';
import { isOnlyWeak } from '../method-strength.ts';
import { needsAdministrators } from '../role-policy.ts';

const check: Check = {
  check: 'administrators-weak-methods',
  title: 'No administrator has only a phone number, or nothing, as second factor',
  lesson: 'privileged-roles',
  severity: 'critical',
  risk: 'The strongest accounts are as strong as their weakest proof. A number can be taken over, a text read along; where nothing is registered, the first who signs in registers his own.',
  incident:
    'Microsoft asks for phishing-resistant methods of those who hold privilege, because this group steals passwords and wears people down.',
  references: [
    'https://github.com/cisagov/ScubaGear/blob/main/PowerShell/ScubaGear/baselines/aad.md',
    'https://learn.microsoft.com/en-us/entra/identity/conditional-access/policy-admin-phish-resistant-mfa',
  ],
  fix: {
    portal:
      'Entra admin center > Users > the administrator > Authentication methods > Add: passkey (FIDO2) or Temporary Access Pass to register one; then remove the phone',
    command:
      'New-MgUserAuthenticationTemporaryAccessPassMethod -UserId <id> -IsUsableOnce   # then Remove-MgUserAuthenticationPhoneMethod -UserId <id> -PhoneAuthenticationMethodId <method id>',
  },
  needs: [needsAdministrators, needsRegistration],
  objects: sql`
    select a.tenantId, 'user' as type, a.id, coalesce(u.name, a.id) as name,
      case when r.isMfaRegistered = false then 'nothing registered' else 'registered only ' || array_to_string(r.methods, ', ') end
        || ', ' || case when a.isActive then 'holds ' else 'may activate ' end || array_to_string(a.roles, ', ') as because, r.file_id, r.record
    from fact_admin a join fact_registration r on r.tenantId = a.tenantId and r.userId = a.id
    left join fact_user u on u.tenantId = a.tenantId and u.id = a.id
    where u.accountEnabled is distinct from false and (r.isMfaRegistered = false or ${isOnlyWeak(sql`r.methods`)})`,
  examples: [
    {
      name: 'a phone, nothing, a key; a phone of somebody who only reads messages',
      records: [
        user('u1'),
        registrationDetails('u1', ['mobilePhone']),
        roleAssignment('u1', roleId.globalAdministrator),
        user('u2'),
        registrationDetails('u2', []),
        roleAssignment('u2', roleId.exchangeAdministrator),
        user('u3'),
        registrationDetails('u3', ['mobilePhone', 'fido2SecurityKey']),
        roleAssignment('u3', roleId.globalAdministrator),
        user('u4'),
        registrationDetails('u4', ['mobilePhone']),
        roleAssignment('u4', roleId.messageCenterReader),
      ],
      verdict: 'not-met',
      objects: ['u1', 'u2'],
    },
    {
      name: 'a key',
      records: [
        user('u3'),
        registrationDetails('u3', ['fido2SecurityKey']),
        roleAssignment('u3', roleId.globalAdministrator),
      ],
      verdict: 'met',
    },
    {
      name: 'roles without what was registered say nothing',
      records: [user('u1'), roleAssignment('u1', roleId.globalAdministrator)],
      verdict: 'not-examined',
    },
  ],
};

export default check;
