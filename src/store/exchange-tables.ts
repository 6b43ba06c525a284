import { type DirectoryTable, table } from './directory-table.ts';

/** Mailboxes and rights in Exchange; part of `directoryTables`. */
export const exchangeTables = {
  mailbox: table(
    {
      /** Object id of the user in the directory, if the export has it. */
      userId: 'VARCHAR',
      /** Address in lower case. */
      address: 'VARCHAR',
      displayName: 'VARCHAR',
      /** Such as `UserMailbox` or `SharedMailbox`. */
      type: 'VARCHAR',
      auditEnabled: 'BOOLEAN',
      auditBypass: 'BOOLEAN',
      /** What the owner's own acts are logged of, such as `MailItemsAccessed`. */
      auditOwner: 'VARCHAR[]',
      forwarding: 'VARCHAR',
    },
    'address',
  ),
  /** Who may open or send as a mailbox; `right` is `FullAccess`, `SendAs` or `SendOnBehalf`. Both sides as the export names them. */
  mailbox_permission: table(
    { mailbox: 'VARCHAR', trustee: 'VARCHAR', right: 'VARCHAR' },
    'mailbox',
    'trustee',
    'right',
  ),
  /** A management role of Exchange given to a role group, user or application. */
  exchange_assignment: table(
    {
      role: 'VARCHAR',
      assignee: 'VARCHAR',
      /** Such as `RoleGroup`, `User` or `ServicePrincipal`. */
      assigneeType: 'VARCHAR',
      /** Name of the management scope; null: the whole organization. */
      scope: 'VARCHAR',
    },
    'role',
    'assignee',
    'scope',
  ),
  role_group_member: table({ roleGroup: 'VARCHAR', member: 'VARCHAR' }, 'roleGroup', 'member'),
  /** A service principal as Exchange knows it; `objectId` is that of the directory. */
  exchange_service_principal: table({ objectId: 'VARCHAR', appId: 'VARCHAR', displayName: 'VARCHAR' }, 'objectId'),
  /** The older way to limit an application to some mailboxes. `right` is `RestrictAccess` or `DenyAccess`. */
  application_access_policy: table({ appId: 'VARCHAR', right: 'VARCHAR', scope: 'VARCHAR' }, 'appId', 'right', 'scope'),
} satisfies Readonly<Record<string, DirectoryTable>>;
