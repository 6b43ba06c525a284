import { textOfBase64 } from '../base64.ts';
import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'kubernetes-secret-manifest',
  title: 'Values of a Secret of Kubernetes in a manifest',
  system: 'Kubernetes',
  severity: 'high',
  owner: 'owner of the application',
  lifetime: 'until changed where they are used',
  reset: {
    portal: 'change every value where it is used (they are only base64), apply the new Secret, restart the workload',
    command:
      'kubectl create secret generic <name> --from-literal=<key>=<value> --dry-run=client -o yaml | kubectl apply -f -',
  },
  proof: 'metadata.resourceVersion of the Secret; audit log of the API server: update of secrets',
  references: ['https://kubernetes.io/docs/concepts/configuration/secret/'],
  anchors: ['kind: Secret'],
  // What stands under `data`, of a key that says that it is secret.
  expression:
    /kind:\s{1,3}Secret\s(?:(?!---)[\s\S]){0,600}?\bdata:\s[\s\S]{0,300}?\b[\w.-]{0,40}(?:password|passwd|secret|token|key|pwd)[\w.-]{0,20}:\s{1,3}["']?(?<secret>[A-Za-z0-9+/]{6,4000}={0,2})/gi,
  reach: { before: 60, after: 5200 },
  isSecret: (secret) =>
    secret.length % 4 === 0 && textOfBase64(secret) !== undefined && !isInvented(textOfBase64(secret) ?? ''),
  isGeneric: true,
  examples: [
    {
      text: 'apiVersion: v1\nkind: Secret\nmetadata:\n  name: mysecret\ndata:\n  username: YWRtaW4=\n  password: RmFrZTRTZWNyZXQh',
      finds: ['RmFrZTRTZWNyZXQh'],
    },
    { text: 'apiVersion: v1\nkind: Secret\nmetadata:\n  name: mysecret\ntype: Opaque', finds: [] },
  ],
};

export default pattern;
