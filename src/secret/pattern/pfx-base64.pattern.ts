import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'pfx-base64',
  title: 'Certificate with its private key (PFX, PKCS #12) in base64',
  system: 'certificates, such as of AD FS token signing, Exchange hybrid or an application of Entra ID',
  severity: 'critical',
  owner: 'owner of the certificate',
  lifetime: 'until the certificate ends or is revoked',
  reset: {
    portal:
      'make a new certificate and key, put it where the old one was (Entra: App registrations > Certificates; AD FS: roll over the token signing certificate twice), revoke the old one at its authority',
    command:
      'Update-AdfsCertificate -CertificateType Token-Signing -Urgent; Remove-MgApplicationKey -ApplicationId <object id> -KeyId <key id> -Proof <token>',
  },
  proof:
    'revocation list of the authority; directory audit: "Update application – Certificates and secrets management"; service principal sign-ins by credential key id',
  references: [
    'https://learn.microsoft.com/en-us/windows-server/identity/ad-fs/operations/configure-ts-td-certs-ad-fs',
    'https://learn.microsoft.com/en-us/purview/sit-defn-x-509-certificate-private-key',
  ],
  anchors: ['IBAzC'],
  // A sequence of some length, then version 3 and the next sequence: where `IBAzCC` stands.
  expression:
    /(?<![A-Za-z0-9+/])(?<secret>MII[A-Za-z0-9+/]{2}[AQgw]IBAzC[ABC][A-Za-z0-9+/]{48,16000}={0,2}(?:\r?\n[A-Za-z0-9+/]{60,76}(?![A-Za-z0-9+/=])){0,300}(?:\r?\n[A-Za-z0-9+/]{2,76}={1,2})?)/g,
  reach: { before: 8, after: 16200 },
  isSecret: (secret) => secret.length > 500,
  examples: [
    {
      text: '<certificate>MIIJzwIBAzCCFakesrmLUBlzVrH+qqmgNLl+0VAyt7U/g5x8ax2sCRQU3mfv/w1NnBCLwzpcAsqkBIJWdWbSST9wTk00F6RfSRaFuXB8XqjHIFkmlsdfSgXpJXiwClgLQmmICosdfAWL5P9PCMFvxkmVCqWceoybgl++RnbTKt9SuarhBbIfF9pnGHWNN7pQ0U+4VSjLuFGhavzEg0jLOoKoFKD4Irm1LcgNPhBpwt0+8t1Tyk9cSTSOiU3FwkXbbTDEWnxlrTeKp49ArZZAlhZCyKRW8GQTB0Xbgrdtf/VB8ELBw/aRp9gCsGojWR0PTXLSUOv8xVHj8F1xp9VQxKeluWxvtsJpsxE718Fcu7Spm+joOIj4jMR3ozmGzsKy2fxicRcAUK+XDCAnqhHdhHjHNn5L8rjUxEqaeLpcMYQpruvT2gBeZMRmAbNmjwyCk7/BzKOL4KtDHSTHKeUte0RPqn9akafaPv1YBRRiqMtxRn3iIn5qWiZSl2TxClllVds45vpv6654DC9E/QqXfqMlvQmbHXQJapdWwa55wwRd0C79VwWuo3yoJBOtgaP0YF2lwk//2olhNYIybMKI19MDulwgWIcgSJ73=</certificate>',
      finds: [
        'MIIJzwIBAzCCFakesrmLUBlzVrH+qqmgNLl+0VAyt7U/g5x8ax2sCRQU3mfv/w1NnBCLwzpcAsqkBIJWdWbSST9wTk00F6RfSRaFuXB8XqjHIFkmlsdfSgXpJXiwClgLQmmICosdfAWL5P9PCMFvxkmVCqWceoybgl++RnbTKt9SuarhBbIfF9pnGHWNN7pQ0U+4VSjLuFGhavzEg0jLOoKoFKD4Irm1LcgNPhBpwt0+8t1Tyk9cSTSOiU3FwkXbbTDEWnxlrTeKp49ArZZAlhZCyKRW8GQTB0Xbgrdtf/VB8ELBw/aRp9gCsGojWR0PTXLSUOv8xVHj8F1xp9VQxKeluWxvtsJpsxE718Fcu7Spm+joOIj4jMR3ozmGzsKy2fxicRcAUK+XDCAnqhHdhHjHNn5L8rjUxEqaeLpcMYQpruvT2gBeZMRmAbNmjwyCk7/BzKOL4KtDHSTHKeUte0RPqn9akafaPv1YBRRiqMtxRn3iIn5qWiZSl2TxClllVds45vpv6654DC9E/QqXfqMlvQmbHXQJapdWwa55wwRd0C79VwWuo3yoJBOtgaP0YF2lwk//2olhNYIybMKI19MDulwgWIcgSJ73=',
      ],
    },
    {
      text: 'pfx: MIIKQAIBAzCCFakeR48T0my1Wxbg8QUQGa64tVXw2ybpJatDwbXzV6cHibh//0g1OWL+jHJD7gtQNHSIE+4At4NDiNbec9A0xRy1JS6pF3cLV8/jewotMWdvqCDoGzj4dzAfDSrM18MgtgabLUoX4LRRBGhPP/IBVAwA2wrP+iHw4/5ubEezC8iX2HBLNju7HEHZiqrRQ9NcHvSAQkkceBYJJc68h0YPJZf76RlTcWqo1EoEqNRZ5y+Wjr4Pe3N9qGz/x1GETXdJ1vHdx44f06/IdVnYiYf2X95UNt08ThnPPR7YvWut22hmmH01fvpXqGmivO500MiJ6R2uMk8/Q7aAD4oPPYOF5h+CPcwm/0pAiMfHjPoUI1Hzq1cFNQg3IDC1w3AZ8ZuPpsE7Cv6BWY7prbha3ItZgFFdrJ1c0G9RPI+/DjrxpJg8Q7dQ+ceH2L4J6G8ljrfAJbDqB8wJdDE/HrIpPH//7ilowqX/YktS8Y79ffygj2vB/GuzTzEMkO+Xi2yEtoRZdmzvxsgKBjJ64IK0DphrIJChYF2Pp9QqjaesxzUCHfGUYIvyDnZ+UiOAsSvABh0RGcDnZGA37MjneOA7QXqRpVJRx/3pqJHm21MF4S5++UgYSqjIgWTHEBw1eaTrDMsdBuNsy6UiS23WLRZcZmJR76mU9ZJlxpkqvX2lkz9UgA5L8nG2phbl0Pi2TS7gGYOlglx6AWU1pCq3oVFlOZeH1emMDG37lPNudNdosDk1U2jPhxqiqrT0HwrL5NZvbNpaeuDgVs7oLLlojDrVWsQWPY9LL87j4eF+==\nThe password follows.',
      finds: [
        'MIIKQAIBAzCCFakeR48T0my1Wxbg8QUQGa64tVXw2ybpJatDwbXzV6cHibh//0g1OWL+jHJD7gtQNHSIE+4At4NDiNbec9A0xRy1JS6pF3cLV8/jewotMWdvqCDoGzj4dzAfDSrM18MgtgabLUoX4LRRBGhPP/IBVAwA2wrP+iHw4/5ubEezC8iX2HBLNju7HEHZiqrRQ9NcHvSAQkkceBYJJc68h0YPJZf76RlTcWqo1EoEqNRZ5y+Wjr4Pe3N9qGz/x1GETXdJ1vHdx44f06/IdVnYiYf2X95UNt08ThnPPR7YvWut22hmmH01fvpXqGmivO500MiJ6R2uMk8/Q7aAD4oPPYOF5h+CPcwm/0pAiMfHjPoUI1Hzq1cFNQg3IDC1w3AZ8ZuPpsE7Cv6BWY7prbha3ItZgFFdrJ1c0G9RPI+/DjrxpJg8Q7dQ+ceH2L4J6G8ljrfAJbDqB8wJdDE/HrIpPH//7ilowqX/YktS8Y79ffygj2vB/GuzTzEMkO+Xi2yEtoRZdmzvxsgKBjJ64IK0DphrIJChYF2Pp9QqjaesxzUCHfGUYIvyDnZ+UiOAsSvABh0RGcDnZGA37MjneOA7QXqRpVJRx/3pqJHm21MF4S5++UgYSqjIgWTHEBw1eaTrDMsdBuNsy6UiS23WLRZcZmJR76mU9ZJlxpkqvX2lkz9UgA5L8nG2phbl0Pi2TS7gGYOlglx6AWU1pCq3oVFlOZeH1emMDG37lPNudNdosDk1U2jPhxqiqrT0HwrL5NZvbNpaeuDgVs7oLLlojDrVWsQWPY9LL87j4eF+==',
      ],
    },
    {
      text: 'a public certificate: MIIDdzCCAl+gAwIBAgIEFake9GukjHuw0jk0hO/K6mreoy+VcOtpMlUz3ABvDyRfroH+/d74QjVSB4b1WwQ5kM3WoI+fcL/mu8vSwUGsSQKqmmsoayTKgqLiqfFVAvEu8fvLwCy6gfbwanpHRpBdd0dPS5ZyP0TMo3TnP3pEArhamPF6+PuJS0lpShN1OhLuLdYDlXOzc4QEB6NderBuQmRAuONgURZwtaJKg46BjvVBM90fWiYx96k+xzXl0dmOJrFPDsn4J508g0/Qf6QSYOs9jwVY+5067tZOIIkcXXA2oQ/W1Cg/P5JuDULs9RoGQe3hlfGaU1yVjh6kaaQeHbL0+FuuBL1v9AxIhWBiykoItY5RnHRujEL02Jc4KYo7p6WSsSCc4MvFOur0hdJBDhSLuU+05wvSLewesSDkss9k4VEgIkz7V6bmjVWr5nL38Eht13pQYjkIKSZwJaJ5Lctshs2yrwPrUTmO5L0Q8nZ16K7HXBmpo8Uj5M7Oq6mELhwcZVMANGUCS5ajrOls9DxqfvMKNeCMBwh4bgrbvoDsyqsrlYxQMMI5mgWOIEby9kBZ8dcTkv36QHJ5KCE6oywkFXB77tkMWaa2CaBESoQG',
      finds: [],
    },
  ],
};

export default pattern;
