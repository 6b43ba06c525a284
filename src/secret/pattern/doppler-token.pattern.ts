import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'doppler-token',
  title: 'Token of Doppler',
  system: 'Doppler',
  severity: 'critical',
  owner: 'user, service account or config of the token',
  lifetime: 'as it was made, up to never',
  reset: {
    portal:
      'Doppler dashboard > Tokens (or the config > Access) > the token > Revoke; rotate the secrets that it could read',
    command: 'doppler configs tokens revoke --slug <slug>',
  },
  proof: 'activity log of the workplace',
  references: ['https://docs.doppler.com/docs/service-tokens'],
  anchors: ['dp.'],
  expression:
    /(?<![A-Za-z0-9.])(?<secret>dp\.(?:ct|pt|sa|scim|audit|said)\.[A-Za-z0-9]{40,44}|dp\.st\.(?:[a-z0-9_-]{2,35}\.)?[A-Za-z0-9]{40,44})(?![\w-])/g,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: 'DOPPLER_TOKEN=dp.st.prd.Fakec4WB0m6Zyp9fKfkcl7wsCcVifUbb4NbNxIB6yhe',
      finds: ['dp.st.prd.Fakec4WB0m6Zyp9fKfkcl7wsCcVifUbb4NbNxIB6yhe'],
    },
    {
      text: 'dp.pt.FakeijR63eAF2oRPAbZuCWOq5snbAzjtcXNxg0A0Wnj.',
      finds: ['dp.pt.FakeijR63eAF2oRPAbZuCWOq5snbAzjtcXNxg0A0Wnj'],
    },
    { text: 'dp.st.short', finds: [] },
  ],
};

export default pattern;
