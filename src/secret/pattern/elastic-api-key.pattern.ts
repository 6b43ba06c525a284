import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'elastic-api-key',
  title: 'API key of Elasticsearch',
  system: 'Elasticsearch',
  severity: 'high',
  owner: 'administrator of the cluster',
  lifetime: 'as chosen when it was made, otherwise until invalidated',
  reset: {
    portal: 'Kibana > Stack Management > Security > API keys > the key > Delete',
    command: 'curl -X DELETE https://<cluster>/_security/api_key -d \'{"ids":["<id>"]}\'',
  },
  proof: 'audit log of the cluster: invalidate_apikeys; GET /_security/api_key shows invalidated: true',
  references: ['https://www.elastic.co/docs/api/doc/elasticsearch/operation/operation-security-invalidate-api-key'],
  anchors: ['apikey', 'elastic', 'es_'],
  expression:
    /(?:(?<![\w-])apikey[ \t]{1,3}|(?:elastic(?:search)?|(?<![\w-])es)[^]{0,60}?api[_ -]?key["'\])]{0,2}[ \t]{0,4}(?:=>|[:=]|is|ist|to)?[ \t]{0,4}["'<]{0,2})(?<secret>[A-Za-z0-9+/_-]{46,96}={0,2})(?![\w+/=])/gi,
  isSecret: (secret) => /^[\w-]{18,24}:[\w-]{18,26}$/.test(Buffer.from(secret, 'base64').toString('latin1')),
  examples: [
    {
      text: '> Authorization: ApiKey VnVhQ2ZHY0JDZGJrUW0tZTVhT3g6dWkybHAyYXhUTm1zeWFrdzl0dk5udw=',
      finds: ['VnVhQ2ZHY0JDZGJrUW0tZTVhT3g6dWkybHAyYXhUTm1zeWFrdzl0dk5udw='],
    },
    { text: 'apikey elasticsearchelasticsearchelasticsearchelasticsearch', finds: [] },
  ],
};

export default pattern;
