import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'zoom-api-secret',
  title: 'Client secret, SDK secret or legacy JWT secret of a Zoom app',
  system: 'Zoom',
  severity: 'high',
  owner: 'owner of the app in the Zoom marketplace',
  lifetime: 'until regenerated',
  reset: {
    portal:
      'marketplace.zoom.us > Manage > the app > App Credentials > Regenerate, then Features > Secret token > Regenerate',
  },
  proof: 'Zoom admin > operation logs (app credentials); sign-in and API logs of the app in the marketplace',
  references: ['https://developers.zoom.us/docs/internal-apps/', 'https://developers.zoom.us/docs/meeting-sdk/auth/'],
  anchors: ['zoom'],
  expression:
    /zoom[^]{0,60}?(?:(?:client|api|sdk|app|verification)[ _-]?(?:secret|token)|secret[ _-]token)["'\])]{0,2}[ \t]{0,4}(?:=>|[:=]|is|ist|to)?[ \t]{0,4}["'<]{0,2}(?<secret>[A-Za-z0-9]{22,36})(?![\w-])/gi,
  isSecret: (secret) => /\d/.test(secret) && /[A-Z]/.test(secret) && /[a-z]/.test(secret) && !isInvented(secret),
  examples: [
    { text: 'ZOOM_CLIENT_SECRET=N0tR3alu7AvAWqRjBAPRQkxXzd8w52fL', finds: ['N0tR3alu7AvAWqRjBAPRQkxXzd8w52fL'] },
    {
      text: '> Zoom SDK secret: N0tR3al4bMbtB4XxSZ3AuDdp8Y6ieKLwke3c.',
      finds: ['N0tR3al4bMbtB4XxSZ3AuDdp8Y6ieKLwke3c'],
    },
    { text: 'Zoom client secret: see the marketplace', finds: [] },
  ],
};

export default pattern;
