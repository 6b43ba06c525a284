import { Random } from '../random.ts';

/** An application with its service principal in the production tenant. */
export interface Application {
  readonly displayName: string;
  readonly appId: string;
  /** Object id of the registration, in the owner's tenant. */
  readonly objectId: string;
  readonly servicePrincipalId: string;
  readonly ownerTenantId: string;
  /** The credential that it signs in with at first. */
  readonly keyId: string;
}

/** Its ids follow from its name and, if there are several of that name, from the seed. */
export function application(displayName: string, ownerTenantId: string, seed = ''): Application {
  const random = new Random(`application ${seed}${displayName}`);
  return {
    displayName,
    appId: random.uuid(),
    objectId: random.uuid(),
    servicePrincipalId: random.uuid(),
    ownerTenantId,
    keyId: random.uuid(),
  };
}

/** The object id of the service principal of an application differs from tenant to tenant. */
export function servicePrincipalIn(tenantId: string, known: Application): Application {
  return { ...known, servicePrincipalId: new Random(`${tenantId} ${known.appId}`).uuid() };
}

/** A service of Microsoft that tokens are for. The object id of its service principal differs from tenant to tenant. */
export interface Resource {
  readonly displayName: string;
  readonly appId: string;
  readonly servicePrincipalId: string;
}

/** A permission that a resource offers to applications. */
export interface AppRole {
  readonly id: string;
  readonly value: string;
  readonly displayName: string;
}

export const exchangeOnline: Resource = {
  displayName: 'Office 365 Exchange Online',
  appId: '00000002-0000-0ff1-ce00-000000000000',
  servicePrincipalId: '3d1b9c52-6f0e-4c7a-a2d4-58e1b07f9c31',
};

export const microsoftGraph: Resource = {
  displayName: 'Microsoft Graph',
  appId: '00000003-0000-0000-c000-000000000000',
  servicePrincipalId: 'f4a60d87-15c3-4e92-9b0a-c2d7835e6f19',
};

/** An application that users sign in with. */
export interface Client {
  readonly displayName: string;
  readonly appId: string;
  /** Without it Microsoft owns the application. */
  readonly ownerTenantId?: string;
}

export const officeHome: Client = { displayName: 'OfficeHome', appId: '4765445b-32c6-49b0-83e6-1d93765276ca' };
export const outlook: Client = { displayName: 'Microsoft Office', appId: 'd3590ed6-52b3-4102-aeff-aad2292ab01c' };
export const azurePortal: Client = { displayName: 'Azure Portal', appId: 'c44b4083-3bb0-49c1-b47d-974e53cbdf3c' };
