import { isAssigned } from '../assigned.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'elastic-cloud-id-password',
  title: 'Password of a built-in user of Elasticsearch or Elastic Cloud',
  system: 'Elasticsearch',
  severity: 'high',
  owner: 'administrator of the cluster',
  lifetime: 'until reset',
  reset: {
    portal: 'Elastic Cloud console > the deployment > Security > Reset password; own clusters: Kibana > Users',
    command: 'bin/elasticsearch-reset-password -u elastic',
  },
  proof: 'audit log of the cluster: change_password; authentication_success of the user by address',
  references: ['https://www.elastic.co/docs/reference/elasticsearch/command-line-tools/reset-password'],
  anchors: ['elastic', 'kibana_system'],
  expression:
    /(?<![\w-])(?:elastic|elasticsearch|kibana|kibana_system|es)[_. ](?:user[_. ])?password(?<sign>["']?[ \t]{0,4}(?:=>|:=|[:=])[ \t]{0,4}["']?)(?<secret>[^\s"'<>]{6,80}?)(?=["'<>\s,;]|[.]?(?:\s|$))/gi,
  isSecret: isAssigned,
  examples: [
    { text: 'ELASTIC_PASSWORD=N0tR3al-Kran1ch', finds: ['N0tR3al-Kran1ch'] },
    { text: '> elasticsearch.password: "Kran1ch!nA4t"', finds: ['Kran1ch!nA4t'] },
    { text: 'elasticsearch.password: "${ES_PWD}"', finds: [] },
  ],
};

export default pattern;
