import type { Client, Resource } from '../scenario/application.ts';
import { azurePortal, exchangeOnline, microsoftGraph, officeHome, outlook } from '../scenario/application.ts';

/** What people sign in with, and what for. */
export interface Use {
  readonly client: Client;
  readonly resource: Resource;
}

const sharePoint: Resource = {
  displayName: 'Office 365 SharePoint Online',
  appId: '00000003-0000-0ff1-ce00-000000000000',
  servicePrincipalId: '0c8d4be1-7a35-4f96-8d02-e91b5a6f73c4',
};
const azureManagement: Resource = {
  displayName: 'Windows Azure Service Management API',
  appId: '797f4846-ba00-4fd7-ba43-dac1f8f63013',
  servicePrincipalId: '91d5c0e7-2b84-4a6f-b3d9-06f7e8a41c52',
};

const client = (displayName: string, appId: string): Client => ({ displayName, appId });

/** Position is identity; at most 32. Ids of Microsoft's applications are the same in all tenants. */
const list = {
  officeHome: { client: officeHome, resource: microsoftGraph },
  office: { client: outlook, resource: exchangeOnline },
  azurePortal: { client: azurePortal, resource: azureManagement },
  outlookWeb: { client: client('One Outlook Web', '9199bf20-a13f-4107-85dc-02114787ef48'), resource: exchangeOnline },
  teams: { client: client('Microsoft Teams', '1fec8e78-bce4-4aaf-ab1b-5451cc387264'), resource: microsoftGraph },
  outlookMobile: { client: client('Outlook Mobile', '27922004-5251-4030-b22d-91ecd9a37ea4'), resource: exchangeOnline },
  sharePoint: { client: client('Office 365 SharePoint Online', sharePoint.appId), resource: sharePoint },
  oneDrive: { client: client('OneDrive SyncEngine', 'ab9b8c07-8f02-4f72-87fa-80105867a763'), resource: sharePoint },
  appleAccounts: {
    client: client('Apple Internet Accounts', 'f8d98a96-0999-43f5-8af3-69971c7bb423'),
    resource: exchangeOnline,
  },
  adminCenter: {
    client: client('Microsoft Office 365 Portal', '00000006-0000-0ff1-ce00-000000000000'),
    resource: microsoftGraph,
  },
  exchange: { client: client(exchangeOnline.displayName, exchangeOnline.appId), resource: exchangeOnline },
  azurePowerShell: {
    client: client('Microsoft Azure PowerShell', '1950a258-227b-4e31-a9cf-717495945fc2'),
    resource: azureManagement,
  },
  directoryPowerShell: {
    client: client('Azure Active Directory PowerShell', '1b730954-1685-4b74-9bfd-dac224a7b894'),
    resource: microsoftGraph,
  },
  azureCli: {
    client: client('Microsoft Azure CLI', '04b07795-8ddb-461a-bbee-02f9e1bf7b46'),
    resource: azureManagement,
  },
  graphTools: {
    client: client('Microsoft Graph Command Line Tools', '14d82eec-204b-4c2f-b7e8-296a70dab67e'),
    resource: microsoftGraph,
  },
} as const satisfies Readonly<Record<string, Use>>;

export type UseName = keyof typeof list;

const uses: readonly Use[] = Object.values(list);
const names = Object.keys(list) as readonly UseName[];

/** The numbers of the uses by name. */
export const use = Object.fromEntries(names.map((name, index) => [name, index])) as Readonly<Record<UseName, number>>;

export function useOf(number: number): Use {
  const found = uses[number];
  if (found === undefined) throw new RangeError(`no use ${number}`);
  return found;
}
