import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'kubeconfig-user-password',
  title: 'Token or password of a user in a kubeconfig',
  system: 'Kubernetes',
  severity: 'critical',
  owner: 'administrators of the cluster',
  lifetime: 'until revoked where it was issued',
  reset: {
    portal:
      'revoke it at the issuer (static token file, AKS: disable local accounts, reset the credentials of the cluster); take the rights from the user',
    command:
      'az aks update --resource-group <group> --name <cluster> --disable-local-accounts; az aks rotate-certs --resource-group <group> --name <cluster>',
  },
  proof: 'audit log of the API server by user and sourceIPs',
  references: [
    'https://kubernetes.io/docs/reference/access-authn-authz/authentication/',
    'https://learn.microsoft.com/en-us/azure/aks/manage-local-accounts-managed-azure-ad',
  ],
  anchors: ['user:', 'users:'],
  // The name of the user, then its object; a JSON Web Token or a key are kinds of their own.
  expression:
    /-?\s{0,4}name:\s{1,3}(?<account>[\w.:@/-]{1,120})\s{1,12}user:\s{1,12}(?:(?:client-certificate-data|client-key-data|auth-provider|username):\s{0,3}[\w+/=.@-]{1,6000}\s{1,12}){0,3}(?:token|password):\s{1,3}["']?(?!eyJ)(?<secret>[^\s"'<>]{8,300})/g,
  reach: { before: 200, after: 9000 },
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: 'users:\n- name: clusterUser_rg_aks1\n  user:\n    token: fa4ef78999354b914a25f681cf467382bd91125fdb47b9d1ea4d35ce0983b7ec630d62df826b58e7ef11cc7a2da6995fc5b759f74ad06b6b15c9805ccb9ddb83',
      finds: [
        'fa4ef78999354b914a25f681cf467382bd91125fdb47b9d1ea4d35ce0983b7ec630d62df826b58e7ef11cc7a2da6995fc5b759f74ad06b6b15c9805ccb9ddb83',
      ],
    },
    { text: 'users:\n- name: me\n  user:\n    token: REDACTED', finds: [] },
  ],
};

export default pattern;
