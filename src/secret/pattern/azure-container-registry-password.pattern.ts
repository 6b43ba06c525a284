import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'azure-container-registry-password',
  title: 'Password of an Azure container registry (admin user or token)',
  system: 'Azure Container Registry',
  severity: 'critical',
  owner: 'owner of the registry',
  lifetime: 'until regenerated',
  reset: {
    portal:
      'Azure portal > Container registries > the registry > Access keys > Regenerate both passwords, better: Admin user off; Repository permissions > Tokens for tokens',
    command: 'az acr credential renew --name <registry> --password-name password',
  },
  proof:
    'activity log: Microsoft.ContainerRegistry/registries/regenerateCredential/action; diagnostic log ContainerRegistryLoginEvents by identity and address',
  references: ['https://learn.microsoft.com/en-us/azure/container-registry/container-registry-authentication'],
  anchors: ['+ACR', 'azurecr.io'],
  expression:
    /(?<![A-Za-z0-9+/])(?<secret>[A-Za-z0-9+/]{42}\+ACR[A-D][A-Za-z0-9+/]{5}|(?<=docker login (?:(?<host>[\w-]{5,50}\.azurecr\.io) )?(?:-u|--username)[ =](?<account>[\w.-]{1,80}) (?:-p|--password)[ =]["']?)[^\s"'<>]{8,80}(?=["']?(?: [\w-]{5,50}\.azurecr\.io|\s|$)))(?![A-Za-z0-9+/=])/g,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: 'registry password FakeuSlcSrp52tpUToExrzMaDjI53M/9XIj3ht7xUK+ACRBsus/T.',
      finds: ['FakeuSlcSrp52tpUToExrzMaDjI53M/9XIj3ht7xUK+ACRBsus/T'],
    },
    {
      text: 'docker login -u fakereg -p FakeZHFJhkL4Gh1SDiszuFjGo68BTRUe fakereg.azurecr.io',
      finds: ['FakeZHFJhkL4Gh1SDiszuFjGo68BTRUe'],
    },
    {
      text: 'docker login fakereg.azurecr.io -u fakereg -p FakeWTxR6nZZminSOE+dkJk5PLwirv=',
      finds: ['FakeWTxR6nZZminSOE+dkJk5PLwirv='],
    },
    { text: 'docker login -u fakereg -p $PASSWORD fakereg.azurecr.io', finds: [] },
    { text: 'docker pull fakereg.azurecr.io/app:1', finds: [] },
  ],
};

export default pattern;
