import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'oracle-cloud-auth-token',
  title: 'Auth token or customer secret key of Oracle Cloud',
  system: 'Oracle Cloud Infrastructure',
  severity: 'high',
  owner: 'user',
  lifetime: 'until deleted',
  reset: {
    portal:
      'OCI console > Identity > the user > Auth tokens (or Customer secret keys) > Delete; an API key in a file: API keys > Delete',
    command: 'oci iam auth-token delete --user-id <ocid> --auth-token-id <id>',
  },
  proof: 'Audit service: DeleteAuthToken, DeleteCustomerSecretKey; events by principal',
  references: ['https://docs.oracle.com/en-us/iaas/Content/Identity/Tasks/managingcredentials.htm'],
  anchors: ['ocir.io', 'OCI ', 'OCI_', 'auth token', 'oracle'],
  expression:
    /(?:\.ocir\.io[^\r\n]{0,120}?(?:-p|--password)[ =]["']?|(?:\bOCI|oracle(?: cloud)?)[ _-]auth[ _-]token["']?(?: is)?\s{0,3}[:=]?\s{0,3}["'<]?)(?<secret>[^\s"'<>,]{20})(?![^\s"'<>,.])/gi,
  isSecret: (secret) => !isInvented(secret) && /[A-Z]/.test(secret) && /\d|[^\w]/.test(secret),
  examples: [
    { text: 'OCI auth token: Fake4}k(9;Q_xTz:wB2r', finds: ['Fake4}k(9;Q_xTz:wB2r'] },
    { text: 'OCI auth token: see the vault', finds: [] },
  ],
};

export default pattern;
