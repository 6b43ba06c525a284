import { join, literal, sql, type Sql } from '../../store/sql.ts';

/**
 * What a change does for somebody who wants in, by the names of its operations, old ones and new ones.
 * Source: https://learn.microsoft.com/entra/identity/monitoring-health/reference-audit-activities
 */
const operations = {
  'second-factor': [
    'User registered security info',
    'User registered all required security info',
    'User changed default security info',
    'Admin registered security info',
    'Add users strong authentication phone app detail',
    'Add FIDO2 security key',
    'Add passwordless phone sign-in credential',
    'Add Windows Hello for Business credential',
    'Add Passkey (device-bound)',
  ],
  application: ['Add application'],
  'service-principal': ['Add service principal'],
  credential: ['Update application - Certificates and secrets management', 'Add service principal credentials'],
  owner: ['Add owner to application', 'Add owner to service principal'],
  consent: ['Consent to application'],
  'delegated-grant': ['Add delegated permission grant', 'Add OAuth2PermissionGrant'],
  'app-role': ['Add app role assignment to service principal', 'Add app role assignment'],
  'directory-role': [
    'Add member to role',
    'Add eligible member to role',
    'Add member to role in PIM completed (permanent)',
    'Add member to role in PIM completed (timebound)',
  ],
  user: ['Add user', 'Invite external user'],
  password: ['Reset user password', 'Reset password (by admin)'],
  federation: [
    'Set domain authentication',
    'Set federation settings on domain',
    'Add unverified domain',
    'Add partner to company',
  ],
  'mail-rule': ['New-InboxRule', 'Set-InboxRule'],
  'mailbox-right': ['Add-MailboxPermission', 'New-ManagementRoleAssignment', 'Add-MailboxFolderPermission'],
  hiding: [
    'Set-MailboxAuditBypassAssociation',
    'Set-AdminAuditLogConfig',
    'Disable Strong Authentication',
    'Delete application',
    'Hard Delete application',
    'Remove service principal credentials',
  ],
} as const;

/** Operations that are a step only if they change what is asked for. */
const changes = {
  application: ['Update application', 'Update service principal'],
  user: ['Update user'],
} as const;

export const operationsOfSteps: readonly string[] = [
  ...Object.values(operations).flat(),
  ...Object.values(changes).flat(),
];

const isOneOf = (names: readonly string[]): Sql => sql`list_contains([${join(names.map(literal))}], operation)`;

/** The kind of step of a record of `activity`, null if it is none. */
export function kindOf(changesCredential: Sql, changesSecondFactor: Sql): Sql {
  return sql`case ${join(
    Object.entries(operations).map(([kind, names]) => sql`when ${isOneOf(names)} then ${literal(kind)}`),
    sql` `,
  )}
    when ${isOneOf(changes.application)} and ${changesCredential} then 'credential'
    when ${isOneOf(changes.user)} and ${changesSecondFactor} then 'second-factor' end`;
}

/** A second factor was enrolled, by a record that says no more than that. */
export const isSecondFactorStep: Sql = isOneOf(operations['second-factor']);
