import type { Store } from '../../store/store.ts';

/** Fills the tables `story`, `story_stage`, `story_evidence`, `story_mailbox` and `story_gap`. */
export async function tellStories(_store: Store): Promise<void> {}
