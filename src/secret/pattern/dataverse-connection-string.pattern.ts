import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'dataverse-connection-string',
  title: 'Password or client secret in a connection string of Dataverse (Dynamics 365)',
  system: 'Microsoft Dataverse',
  severity: 'critical',
  owner: 'owner of the application user, or the user',
  lifetime: 'client secret up to 24 months, password until changed',
  reset: {
    portal:
      'client secret: Entra admin center > App registrations > the application > Certificates & secrets; password: reset it and revoke the sessions of the user',
    command: 'Remove-MgApplicationPassword -ApplicationId <object id> -KeyId <key id>',
  },
  proof:
    'directory audit: "Update application – Certificates and secrets management", "Reset user password"; Purview audit of Dataverse by the application user',
  references: [
    'https://learn.microsoft.com/en-us/power-apps/developer/data-platform/xrm-tooling/use-connection-strings-xrm-tooling-connect',
  ],
  anchors: ['dynamics.com'],
  expression:
    /(?<=(?:AuthType|Authentication Type)\s{0,2}=[^"'<>]{0,200})Url\s{0,2}=\s{0,2}https:\/\/(?<host>[\w-]{1,60}(?:\.api)?\.(?:crm\d{0,2}|crm\.microsoft)\.dynamics\.com)\/?(?:(?=[^"'<>]{0,300}?;\s{0,3}(?:ClientId|AppId|UserName|User ?Id)\s{0,2}=\s{0,2}(?<account>[^;"'<>\s]{3,120}))|)[^"'<>]{0,300}?;\s{0,3}(?:ClientSecret|Secret|Password)\s{0,2}=\s{0,2}(?<secret>[^;"'<>\s]{6,128})/gi,
  reach: { before: 300, after: 600 },
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: 'AuthType=ClientSecret;Url=https://fakeorg.crm4.dynamics.com;ClientId=fa4e1e39-06be-4a2b-a112-5b93eab337e3;ClientSecret=Fake4Dataverse!FakeD4WI5ldAkm9kDF9s;RequireNewInstance=true',
      finds: ['Fake4Dataverse!FakeD4WI5ldAkm9kDF9s'],
    },
    {
      text: '> AuthType = Office365; Url = https://fakeorg.crm.dynamics.com; Username = svc@contoso.com; Password = Fake!2023pw',
      finds: ['Fake!2023pw'],
    },
    { text: 'AuthType=OAuth;Url=https://fakeorg.crm4.dynamics.com;LoginPrompt=Auto', finds: [] },
    { text: 'AuthType=ClientSecret;Url=https://fakeorg.crm4.dynamics.com;ClientId=x;ClientSecret={secret}', finds: [] },
  ],
};

export default pattern;
