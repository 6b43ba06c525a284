import { isArmour } from '../armour.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'private-key-pem',
  title: 'Private key in PEM',
  system: 'whatever trusts the certificate or public key',
  severity: 'critical',
  owner: 'owner of the certificate or of the server',
  lifetime: 'until the certificate is revoked or replaced, or the public key removed',
  reset: {
    portal:
      'make another key and certificate, revoke the old certificate at its authority (reason keyCompromise), remove the public key wherever it is registered (application registrations, servers, code signing)',
    command: 'openssl x509 -in cert.pem -noout -serial (to say which certificate has to be revoked)',
  },
  proof:
    "revocation list or OCSP of the authority; certificate transparency for the new one; sign-ins with the old certificate's thumbprint",
  references: ['https://www.rfc-editor.org/rfc/rfc7468', 'https://www.rfc-editor.org/rfc/rfc5280#section-5.3.1'],
  anchors: [
    'BEGIN PRIVATE KEY',
    'BEGIN RSA PRIVATE KEY',
    'BEGIN EC PRIVATE KEY',
    'BEGIN DSA PRIVATE KEY',
    'BEGIN ENCRYPTED PRIVATE KEY',
    'BEGIN ANY PRIVATE KEY',
  ],
  expression:
    /-----BEGIN (?<form>(?:RSA |EC |DSA |ENCRYPTED |ANY )?)PRIVATE KEY-----(?<secret>(?:[^-]|-(?!-)){60,20000})-----END \k<form>PRIVATE KEY-----/g,
  reach: { before: 8, after: 20100 },
  isSecret: (secret) => isArmour(secret),
  examples: [
    {
      text: '> -----BEGIN PRIVATE KEY-----\n> MIIEvN0tR3alKran1chN0tR3alEyj7YR9Q7WbTBbMTKnSsZpTV9bziRps76\n> N0tR3alDMkdea2LTD3QWGpCyqEYX6EvyG2mTEZUza8ML5uH2YMBNCYdo8Nouvydn\n> -----END PRIVATE KEY-----',
      finds: [
        '\n> MIIEvN0tR3alKran1chN0tR3alEyj7YR9Q7WbTBbMTKnSsZpTV9bziRps76\n> N0tR3alDMkdea2LTD3QWGpCyqEYX6EvyG2mTEZUza8ML5uH2YMBNCYdo8Nouvydn\n> ',
      ],
    },
    {
      text: '{"private_key":"-----BEGIN RSA PRIVATE KEY-----\\nN0tR3alNX4XkZ7kPnFzP52DwMvDrJCdReJdRg2HxgUaqHwK4pYSuqHkFLEPZw3j7\\nN0tR3al9qDG5MWLYvT2TBXDWVaec2kVpmaVoN39ARS4iBGud8oZnFyRhcKNExw2w\\n-----END RSA PRIVATE KEY-----\\n"}',
      finds: [
        '\\nN0tR3alNX4XkZ7kPnFzP52DwMvDrJCdReJdRg2HxgUaqHwK4pYSuqHkFLEPZw3j7\\nN0tR3al9qDG5MWLYvT2TBXDWVaec2kVpmaVoN39ARS4iBGud8oZnFyRhcKNExw2w\\n',
      ],
    },
    {
      text: '-----BEGIN PRIVATE KEY-----\n(the key that you got by phone, please put it here and not into the mail)\n-----END PRIVATE KEY-----',
      finds: [],
    },
    {
      text: '-----BEGIN PUBLIC KEY-----\nN0tR3alAGdJ4867eb5j4HcKTJKGpfk6H5gh6ChnF6DX2WEQpk3c3ipCWdvn7AkGt\n-----END PUBLIC KEY-----',
      finds: [],
    },
  ],
};

export default pattern;
