import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'sharepoint-sharing-link',
  title: 'Sharing link of SharePoint or OneDrive',
  system: 'Microsoft SharePoint Online',
  severity: 'low',
  owner: 'owner of the file',
  lifetime: 'as it was made; anyone links end by the policy of the tenant',
  reset: {
    portal:
      'the file > Manage access > Links > delete the link; SharePoint admin center > Policies > Sharing to end anyone links',
    command: 'Remove-MgDriveItemPermission -DriveId <drive> -DriveItemId <item> -PermissionId <link>',
  },
  proof: 'Purview audit: AnonymousLinkUsed, AnonymousLinkRemoved, SharingLinkUsed, SharingLinkDeleted',
  references: ['https://learn.microsoft.com/en-us/sharepoint/shareable-links-anyone-specific-people-organization'],
  anchors: ['sharepoint.com/:', '1drv.ms/'],
  // A link to one file or folder; whether it is for anyone, only the log says.
  expression:
    /https:\/\/(?<host>(?:[\w-]{1,60}\.sharepoint\.com|1drv\.ms))\/:[a-z]:\/(?:[gstru]\/[^\s"'<>?]{0,120}?\/)?(?<secret>[IE][A-Za-z0-9_-]{20,60})(?![A-Za-z0-9_-])/g,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: 'https://contoso-my.sharepoint.com/:x:/g/personal/anna_contoso_com/Efa4eFake024urdK4Aqk8q6bn3Dl3oLYGiw5sud0Z?e=Fa4eXx',
      finds: ['Efa4eFake024urdK4Aqk8q6bn3Dl3oLYGiw5sud0Z'],
    },
    {
      text: '<https://contoso.sharepoint.com/:f:/s/sales/Efa4eFakegc7OzaN0ZepuoqTPLMwPqEam1mIwYhM5>',
      finds: ['Efa4eFakegc7OzaN0ZepuoqTPLMwPqEam1mIwYhM5'],
    },
    { text: 'https://contoso.sharepoint.com/:x:/r/sites/sales/Documents/plan.xlsx?d=w0', finds: [] },
    { text: 'https://contoso.sharepoint.com/sites/sales', finds: [] },
  ],
};

export default pattern;
