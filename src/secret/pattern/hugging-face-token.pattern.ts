import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'hugging-face-token',
  title: 'User access token of Hugging Face',
  system: 'Hugging Face',
  severity: 'high',
  owner: 'user or organization of the token',
  lifetime: 'until deleted',
  reset: { portal: 'Hugging Face > Settings > Access Tokens > Invalidate and refresh, or Delete' },
  proof: 'audit log of the organization (Enterprise); commits and downloads since the leak',
  references: ['https://huggingface.co/docs/hub/security-tokens'],
  anchors: ['hf_', 'api_org_'],
  expression: /(?<![A-Za-z0-9])(?<secret>(?:hf|api_org)_[A-Za-z]{34})(?![\w-])/g,
  isSecret: (secret) => !isInvented(secret.slice(secret.lastIndexOf('_') + 1)),
  shownCharacters: 3,
  examples: [
    { text: 'HF_TOKEN=hf_FaketVvdkgBSboBvwAeAdwhOHqcdDzSXCp', finds: ['hf_FaketVvdkgBSboBvwAeAdwhOHqcdDzSXCp'] },
    { text: 'hf_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', finds: [] },
  ],
};

export default pattern;
