import { sql } from '../../store/sql.ts';
import { type Edge, nodeOf } from '../edge.ts';
import { assignment, roleId } from '../example-records.ts';
import { builtInRoleRows } from '../rows.ts';

const edge: Edge = {
  edge: 'role-writes-domains',
  title: 'may federate a domain',
  cost: 3,
  why: 'The role says who vouches for the users of a domain. A token from there is taken for a sign-in, with the claim that a second factor was given.',
  abuse:
    'The holder federates a domain with a server of his own, or adds a certificate to one that is federated, and makes a token for a user. The user must have an immutable id, and the domain must be one that can be federated.',
  close: {
    portal:
      'Entra admin center > Identity > Roles & admins > the role > Assignments > remove; Settings > Domain names > look at each that is federated',
    command: 'Get-MgDomainFederationConfiguration -DomainId <domain>',
  },
  references: [
    'https://learn.microsoft.com/en-us/entra/identity/role-based-access-control/permissions-reference#domain-name-administrator',
    'https://attack.mitre.org/techniques/T1484/002/',
  ],
  rows: builtInRoleRows(
    nodeOf('users', sql`f.tenantId`),
    'Domain Name Administrator',
    'External Identity Provider Administrator',
    'Hybrid Identity Administrator',
    'Partner Tier2 Support',
    'Security Administrator',
  ),
  examples: [
    {
      name: 'Domain Name Administrator; who reads everything',
      records: [assignment('u1', roleId.domainNameAdministrator), assignment('u2', roleId.globalReader)],
      edges: [`role:unknown tenant:${roleId.domainNameAdministrator} -> users:unknown tenant`],
    },
  ],
};

export default edge;
