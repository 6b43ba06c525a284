import { claimCommand } from './respond-claim.ts';

export default claimCommand('reset', {
  description: 'Write down that credentials were reset: the old value opens nothing any more',
  said: 'reset',
});
