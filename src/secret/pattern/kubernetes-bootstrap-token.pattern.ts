import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'kubernetes-bootstrap-token',
  title: 'Bootstrap token of Kubernetes',
  system: 'Kubernetes',
  severity: 'high',
  owner: 'administrators of the cluster',
  lifetime: '24 hours by default',
  reset: { portal: 'delete it and look at the nodes that joined', command: 'kubeadm token delete <id>' },
  proof: 'kubeadm token list; certificate signing requests and nodes since the leak',
  references: ['https://kubernetes.io/docs/reference/access-authn-authz/bootstrap-tokens/'],
  anchors: ['token', 'bootstrap'],
  expression:
    /(?:(?:--|\b)token|bootstrap[ _-]?token|BOOTSTRAP_TOKEN|token-id)["']?\s{0,3}[:= ]\s{0,3}["']?(?<secret>[a-z0-9]{6}\.[a-z0-9]{16}|[a-z0-9]{6}\s{1,20}token-secret:\s{1,3}[a-z0-9]{16})(?![\w.-])/gi,
  isSecret: (secret) =>
    !isInvented(secret.replace('token-secret', '')) &&
    /\d/.test(secret) &&
    secret === secret.toLowerCase() &&
    secret !== 'abcdef.0123456789abcdef',
  examples: [
    {
      text: 'kubeadm join 10.0.0.1:6443 --token fa4e12.fakel5bnfsby4nwy --discovery-token-ca-cert-hash sha256:x',
      finds: ['fa4e12.fakel5bnfsby4nwy'],
    },
    { text: 'token-id: fa4e12\ntoken-secret: fakexi0o8f5oodlr', finds: ['fa4e12\ntoken-secret: fakexi0o8f5oodlr'] },
    { text: '--token abcdef.0123456789abcdef', finds: [] },
  ],
};

export default pattern;
