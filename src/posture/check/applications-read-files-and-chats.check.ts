import { sql } from '../../store/sql.ts';
import { permissionsWith } from '../application-question.ts';
import { graph, permission, servicePrincipal } from '../application-record.ts';
import { type Check, needsPermissions, needsServicePrincipals } from '../check.ts';

const check: Check = {
  check: 'applications-read-files-and-chats',
  title: 'No application may read the files or chats of everybody',
  lesson: 'privileged-applications',
  severity: 'high',
  risk: 'Whoever has a credential of the application copies every file, site or chat of the tenant; passwords and keys that people wrote to each other are among them.',
  incident:
    'With what it found in stolen mail the intruder went on to source code and internal systems. Files and chats hold the same.',
  references: [
    'https://msrc.microsoft.com/blog/2024/03/update-on-microsoft-actions-following-attack-by-nation-state-actor-midnight-blizzard/',
    'https://learn.microsoft.com/en-us/graph/permissions-selected-overview',
  ],
  fix: {
    portal:
      'Entra admin center > Enterprise applications > the application > Permissions > Review permissions > revoke; give Sites.Selected or resource-specific consent for a team instead',
    command:
      'Remove-MgServicePrincipalAppRoleAssignment -ServicePrincipalId <id> -AppRoleAssignmentId <assignment id>   # then POST https://graph.microsoft.com/v1.0/sites/<site id>/permissions for each site that it needs',
  },
  needs: [needsPermissions, needsServicePrincipals],
  objects: permissionsWith(['files-read', 'chats-read'], { condition: sql`f.severity in ('critical', 'high')` }),
  examples: [
    {
      name: 'files, chats, and one for selected sites only',
      records: [
        graph,
        servicePrincipal('backup'),
        permission('backup', 'Files.Read.All'),
        servicePrincipal('compliance'),
        permission('compliance', 'Chat.Read.All'),
        servicePrincipal('intranet'),
        permission('intranet', 'Sites.Selected'),
      ],
      verdict: 'not-met',
      objects: ['backup', 'compliance'],
    },
    {
      name: 'selected sites',
      records: [graph, servicePrincipal('intranet'), permission('intranet', 'Sites.Selected')],
      verdict: 'met',
    },
    { name: 'permissions are not there', records: [graph, servicePrincipal('backup')], verdict: 'not-examined' },
  ],
};

export default check;
