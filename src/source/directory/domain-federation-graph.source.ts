import { sql } from '../../store/sql.ts';
import { defineDirectorySource } from '../directory-source.ts';
import { text } from '../source.ts';
import { settingFill } from './setting-fill.ts';

/** Graph `domains/{id}/federationConfiguration`: who signs for a federated domain. Goose has the whole domain in each. */
export default defineDirectorySource({
  id: 'domain-federation-graph',
  title: 'Federation of domains as Graph gives it (JSON)',
  reference: 'https://learn.microsoft.com/graph/api/resources/internaldomainfederation',
  table: 'directory',
  fields: {
    id: text('id'),
    issuerUri: text('issuerUri'),
    passiveSignInUri: text('passiveSignInUri'),
    metadataExchangeUri: text('metadataExchangeUri'),
    signingCertificate: text('signingCertificate'),
    domain: text('domains/id'),
  },
  requires: [['id'], ['issuerUri'], ['passiveSignInUri', 'metadataExchangeUri', 'signingCertificate']],
  fills: [
    settingFill('internalDomainFederation', {
      object: (at) => sql`coalesce(${at('domain')}, ${at('id')})`,
      without: ['domains.'],
    }),
  ],
  examples: [
    {
      name: 'as Goose writes it, with the domain',
      record: {
        displayName: 'Frostline sign-in',
        domains: { id: 'Frostline.example', authenticationType: 'Federated', isDefault: true, isVerified: true },
        federatedIdpMfaBehavior: 'acceptIfMfaDoneByFederatedIdp',
        id: 'f1',
        issuerUri: 'http://sts.frostline.example/adfs/services/trust',
        passiveSignInUri: 'https://sts.frostline.example/adfs/ls/',
        signingCertificate: 'MIIB',
      },
      becomes: {
        setting: [
          {
            policy: 'internalDomainFederation',
            object: 'frostline.example',
            path: 'displayname',
            value: 'Frostline sign-in',
          },
          { path: 'federatedidpmfabehavior', value: 'acceptIfMfaDoneByFederatedIdp' },
          { path: 'id' },
          { path: 'issueruri', value: 'http://sts.frostline.example/adfs/services/trust' },
          { path: 'passivesigninuri' },
          { path: 'signingcertificate' },
        ],
        domain: [],
      },
    },
  ],
});
