import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'kubernetes-client-key',
  title: 'Client key in a kubeconfig',
  system: 'Kubernetes',
  severity: 'critical',
  owner: 'administrators of the cluster',
  lifetime: 'until its certificate ends, a year by default; Kubernetes cannot revoke one',
  reset: {
    portal:
      'take the rights from the user or group of the certificate (RBAC), or rotate the authority of the cluster; AKS: rotate the certificates of the cluster',
    command: 'az aks rotate-certs --resource-group <group> --name <cluster>',
  },
  proof: 'audit log of the API server by user and sourceIPs; date of the authority of the cluster',
  references: [
    'https://learn.microsoft.com/en-us/azure/aks/certificate-rotation',
    'https://kubernetes.io/docs/concepts/configuration/organize-cluster-access-kubeconfig/',
  ],
  anchors: ['client-key-data'],
  expression: /client-key-data["']?\s{0,3}:\s{0,3}["']?(?<secret>LS0tLS1CRUdJTi[A-Za-z0-9+/]{100,8000}={0,2})/g,
  reach: { before: 4, after: 8100 },
  examples: [
    {
      text: 'client-key-data: LS0tLS1CRUdJTiBSU0EgUFJJVkFURSBLRVktLS0tLQpGFakextBp0Bks471bEbXVORvJpybkNxi/+DDarGNUaDyo7Eqj1cfWZwvlkAVDjdBGnztEnipW/yiD4H8K7pkvbwv+ZEg9Uf67sehsOqQ8dPO/K4bcASL2k2tInUsTj8kqeP7k0ppfl3CKJbSqef86uj2XWpRmNPLcBI0jDqEYmiES88rwDhGpbDYq71U/giMfD/IHUfH+==',
      finds: [
        'LS0tLS1CRUdJTiBSU0EgUFJJVkFURSBLRVktLS0tLQpGFakextBp0Bks471bEbXVORvJpybkNxi/+DDarGNUaDyo7Eqj1cfWZwvlkAVDjdBGnztEnipW/yiD4H8K7pkvbwv+ZEg9Uf67sehsOqQ8dPO/K4bcASL2k2tInUsTj8kqeP7k0ppfl3CKJbSqef86uj2XWpRmNPLcBI0jDqEYmiES88rwDhGpbDYq71U/giMfD/IHUfH+==',
      ],
    },
    { text: 'client-key-data: REDACTED', finds: [] },
  ],
};

export default pattern;
