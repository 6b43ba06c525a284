import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'grafana-token',
  title: 'Service account token, cloud token or old API key of Grafana',
  system: 'Grafana',
  severity: 'high',
  owner: 'administrator of the Grafana organization',
  lifetime: 'as chosen when it was made, often never',
  reset: {
    portal:
      'Grafana > Administration > Users and access > Service accounts > the account > Delete token; cloud: grafana.com > Security > Access Policies > delete the token',
    command: 'curl -X DELETE https://<grafana>/api/serviceaccounts/<id>/tokens/<token id>',
  },
  proof: 'Grafana audit log (Enterprise, Cloud); last used in the list of tokens',
  references: [
    'https://grafana.com/docs/grafana/latest/administration/service-accounts/',
    'https://grafana.com/docs/grafana-cloud/security-and-account-management/authentication-and-permissions/access-policies/',
  ],
  anchors: ['glsa_', 'glc_', 'eyJrIjoi'],
  expression:
    /(?<![\w.-])(?<secret>glsa_[A-Za-z0-9]{32}_[0-9a-fA-F]{8}|glc_[A-Za-z0-9+/]{40,400}={0,2}|eyJrIjoi[A-Za-z0-9+/]{60,120}={0,2})(?![\w=])/g,
  isSecret: (secret) => !isInvented(secret),
  shownCharacters: 4,
  examples: [
    {
      text: '> glsa_N0tR3alngRJbGNMKJeVEBVBpUhgTWTGs_cfece925.',
      finds: ['glsa_N0tR3alngRJbGNMKJeVEBVBpUhgTWTGs_cfece925'],
    },
    {
      text: 'glc_N0tR3aljRsyP69rsbrUvgbdB3iEpr4EnWu5SK3FchokzDPSsL6MS3uv8YmVRNUwXUvhNQR92oAwiPoeBfAdD2UEGyZ=',
      finds: ['glc_N0tR3aljRsyP69rsbrUvgbdB3iEpr4EnWu5SK3FchokzDPSsL6MS3uv8YmVRNUwXUvhNQR92oAwiPoeBfAdD2UEGyZ='],
    },
    { text: 'glc_short', finds: [] },
  ],
};

export default pattern;
