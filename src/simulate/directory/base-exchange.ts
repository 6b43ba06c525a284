import type { Directory } from './directory.ts';

/** Role groups of Exchange as they are from the beginning, and those who do the work in them. */
export function addExchange(directory: Directory): void {
  const { roleGroups } = directory;
  roleGroups.push(
    {
      name: 'Organization Management',
      roles: ['Audit Logs', 'Mail Recipients', 'Organization Configuration', 'Role Management', 'Transport Rules'],
      members: ['TenantAdmins_-1104', 'ExchangeServiceAdmins_-9021'],
    },
    { name: 'Recipient Management', roles: ['Mail Recipients', 'Message Tracking', 'Reset Password'], members: [] },
    {
      name: 'View-Only Organization Management',
      roles: ['View-Only Configuration', 'View-Only Recipients'],
      members: [],
    },
    { name: 'Discovery Management', roles: ['Legal Hold', 'Mailbox Search'], members: [] },
    { name: 'Help Desk', roles: ['Reset Password', 'User Options', 'View-Only Recipients'], members: [] },
  );
  // Assistants open the mailbox of whom they work for.
  const { executives } = directory.population;
  const [first = 0, second = 0] = executives;
  const mailbox = directory.person(first).userPrincipalName ?? '';
  const trustee = directory.person(second).userPrincipalName ?? '';
  for (const right of ['FullAccess', 'SendAs'] as const) directory.mailboxPermissions.push({ mailbox, trustee, right });
}
