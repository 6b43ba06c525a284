import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'splunk-hec-token',
  title: 'Token of Splunk: HTTP event collector or session',
  system: 'Splunk',
  severity: 'medium',
  owner: 'Splunk administrator',
  lifetime: 'HTTP event collector until deleted; session one hour without use',
  reset: {
    portal:
      'Splunk > Settings > Data inputs > HTTP Event Collector > the token > Delete; Settings > Tokens for authentication tokens',
  },
  proof: 'Splunk index _audit (action=edit_token_http or del) and _internal sourcetype splunkd_access',
  references: ['https://docs.splunk.com/Documentation/Splunk/latest/Data/UsetheHTTPEventCollector'],
  anchors: ['splunk'],
  expression:
    /splunk(?:[ \t]{1,3}|[^]{0,60}?(?:hec|token)[\w ]{0,8}["'\])]{0,2}[ \t]{0,4}(?:=>|[:=]|is|ist|to)?[ \t]{0,4}["'<]{0,2})(?<secret>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![\w-])/gi,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: '> Authorization: Splunk decafbad-74e1-40ce-ad74-5bf1f9635f9b.',
      finds: ['decafbad-74e1-40ce-ad74-5bf1f9635f9b'],
    },
    { text: 'SPLUNK_HEC_TOKEN=decafbad-9f8f-4ada-a83b-ea095cd3e310', finds: ['decafbad-9f8f-4ada-a83b-ea095cd3e310'] },
    { text: 'Splunk search e8f83da3 has the event decafbad-8528-44a7-a14b-d7ef954de8a1', finds: [] },
  ],
};

export default pattern;
