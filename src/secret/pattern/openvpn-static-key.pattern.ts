import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'openvpn-static-key',
  title: 'Static key of OpenVPN (tls-auth, tls-crypt or secret)',
  system: 'OpenVPN',
  severity: 'high',
  owner: 'administrator of the VPN',
  lifetime: 'until both ends change it',
  reset: {
    portal:
      'make another key and bring it to the server and all clients; revoke the client certificates that were in the same profile',
    command: 'openvpn --genkey tls-crypt ta.key',
  },
  proof: 'log of the server: TLS errors of clients that still have the old key',
  references: ['https://openvpn.net/community-resources/reference-manual-for-openvpn-2-6/'],
  anchors: ['openvpn static key v1'],
  expression:
    /-----BEGIN OpenVPN Static key V1-----(?<secret>[0-9a-fA-F>\s\\nr]{500,1300})-----END OpenVPN Static key V1-----/g,
  reach: { before: 12, after: 1400 },
  isSecret: (secret) => (secret.match(/[0-9a-f]/gi) ?? []).length >= 500 && new Set(secret).size > 10,
  examples: [
    {
      text: '> -----BEGIN OpenVPN Static key V1-----\n> decafbade2828a1a0f1b91683475badf\n> decafbad63c9b07a4fdcb23fbd1b8185\n> decafbad8ba1d7d501536c42c85a620a\n> decafbad32cd4cd6ae1e32e6a3cb359a\n> decafbad72953f1cd54a0f46a74c398d\n> decafbade2f2a0697d17c57f89de2fd2\n> decafbad612a137ab7db658c4dfd4fb7\n> decafbad963d5701e6504dc6834a23a7\n> decafbad26bac64916d4fe0ca426a026\n> decafbad8b89c7b7538f107531585be6\n> decafbad65419f06d3a9d57e4edc4a9a\n> decafbadb4356f2a6bcd30727434630b\n> decafbad0a60265352f7f25b2fa58912\n> decafbad3e2cfcdc8158cd68025d580d\n> decafbad5f8018e2fa2d2feb26db7fa0\n> decafbad03182e6952a9ef731ab2c415\n> -----END OpenVPN Static key V1-----',
      finds: [
        '\n> decafbade2828a1a0f1b91683475badf\n> decafbad63c9b07a4fdcb23fbd1b8185\n> decafbad8ba1d7d501536c42c85a620a\n> decafbad32cd4cd6ae1e32e6a3cb359a\n> decafbad72953f1cd54a0f46a74c398d\n> decafbade2f2a0697d17c57f89de2fd2\n> decafbad612a137ab7db658c4dfd4fb7\n> decafbad963d5701e6504dc6834a23a7\n> decafbad26bac64916d4fe0ca426a026\n> decafbad8b89c7b7538f107531585be6\n> decafbad65419f06d3a9d57e4edc4a9a\n> decafbadb4356f2a6bcd30727434630b\n> decafbad0a60265352f7f25b2fa58912\n> decafbad3e2cfcdc8158cd68025d580d\n> decafbad5f8018e2fa2d2feb26db7fa0\n> decafbad03182e6952a9ef731ab2c415\n> ',
      ],
    },
    { text: '-----BEGIN OpenVPN Static key V1----- and so on', finds: [] },
  ],
};

export default pattern;
