import { sql } from '../../store/sql.ts';
import { bare, defineDirectorySource } from '../directory-source.ts';
import { texts } from '../source.ts';

/** Graph `applications/{id}/federatedIdentityCredentials`, as Goose writes it with the whole application in each. */
export default defineDirectorySource({
  id: 'federated-credential-graph',
  title: 'Federated credentials with their application, as Goose writes them (JSON lines)',
  reference: 'https://learn.microsoft.com/graph/api/resources/federatedidentitycredential',
  table: 'directory',
  fields: texts({
    id: 'id',
    name: 'name',
    issuer: 'issuer',
    subject: 'subject',
    applicationId: 'applications/id',
    appId: 'applications/appId',
    servicePrincipalId: 'servicePrincipals/id',
    servicePrincipalAppId: 'servicePrincipals/appId',
  }),
  requires: [['id'], ['issuer'], ['subject'], ['applicationId', 'servicePrincipalId']],
  fills: [
    {
      table: 'credential',
      columns: (field) => ({
        ownerId: bare(sql`coalesce(${field.applicationId}, ${field.servicePrincipalId})`),
        ownerType: sql`case when ${field.applicationId} is null then 'servicePrincipal' else 'application' end`,
        appId: bare(sql`coalesce(${field.appId}, ${field.servicePrincipalAppId})`),
        keyId: bare(field.id),
        type: sql`'federated'`,
        displayName: field.name,
        issuer: field.issuer,
        subject: field.subject,
      }),
    },
  ],
  examples: [
    {
      name: 'of an application',
      record: {
        applications: { appId: '1111AAAA-0000-4000-8000-000000000001', id: 'AAAA1111', signInAudience: 'AzureADMyOrg' },
        audiences: ['api://AzureADTokenExchange'],
        description: null,
        id: 'F1',
        issuer: 'https://token.ci.example',
        name: 'ci',
        subject: 'repo:frostline/mail:ref:refs/heads/main',
      },
      becomes: {
        credential: [
          {
            ownerId: 'aaaa1111',
            ownerType: 'application',
            appId: '1111aaaa-0000-4000-8000-000000000001',
            keyId: 'f1',
            type: 'federated',
            displayName: 'ci',
            subject: 'repo:frostline/mail:ref:refs/heads/main',
          },
        ],
        application: [],
      },
    },
    {
      name: 'without its application it is none: nobody knows whose it is',
      record: { id: 'F1', issuer: 'https://token.ci.example', name: 'ci', subject: 'repo:frostline/mail' },
      becomes: undefined,
    },
  ],
});
