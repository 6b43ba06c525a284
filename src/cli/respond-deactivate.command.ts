import { claimCommand } from './respond-claim.ts';

export default claimCommand('deactivate', {
  description: 'Write down that what credentials open was switched off for good',
  said: 'deactivated',
});
