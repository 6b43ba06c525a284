import type { SecretPattern } from '../pattern.ts';
import { claimsOf, exampleToken } from '../token.ts';

const old = exampleToken({ iss: 'kubernetes/serviceaccount', 'kubernetes.io/serviceaccount/namespace': 'fake' });
const bound = exampleToken({ iss: 'https://kubernetes.default.svc', 'kubernetes.io': { namespace: 'fake' } });
const other = exampleToken({ iss: 'https://idp.contoso.com/' });

const pattern: SecretPattern = {
  kind: 'kubernetes-service-account-token',
  title: 'Token of a service account of Kubernetes',
  system: 'Kubernetes',
  severity: 'critical',
  owner: 'administrators of the cluster',
  lifetime: 'an hour for bound tokens, no end for those in a Secret',
  reset: {
    portal: 'delete the Secret with the token (or the pod, or the service account) and make a new one',
    command: 'kubectl delete secret <secret> -n <namespace>; kubectl delete serviceaccount <account> -n <namespace>',
  },
  proof: 'audit log of the API server: user system:serviceaccount:<namespace>:<account> by sourceIPs',
  references: ['https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/'],
  anchors: ['eyJ'],
  expression: /(?<![\w-])(?<secret>eyJ[\w-]{10,600}\.eyJ[\w-]{20,4000}\.[\w-]{40,1200})(?![\w-])/g,
  reach: { before: 4, after: 6000 },
  isSecret: (secret) => Object.keys(claimsOf(secret) ?? {}).some((claim) => claim.startsWith('kubernetes.io')),
  shownCharacters: 3,
  examples: [
    { text: `users:\n- name: deploy\n  user:\n    token: ${old}`, finds: [old] },
    { text: `kubectl --token=${bound} get pods`, finds: [bound] },
    { text: `token: ${other}`, finds: [] },
  ],
};

export default pattern;
