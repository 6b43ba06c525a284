import type { Severity } from '../../shape/severity.ts';
import { sql } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';

/** A detection that could not look, because the case has none of the logs that it reads. */
export type NotExamined = { detection: string; title: string; logs: string[]; reason: string };

/** Every detection that was not examined, by name. */
export async function readNotExamined(store: Store): Promise<NotExamined[]> {
  return await store.rows<NotExamined>(sql`
    select detection, coalesce(title, detection) as title, list_sort(coalesce(logs, [])) as logs,
      coalesce(reason, '') as reason
    from detection where verdict = 'not-examined' order by detection`);
}

/** What the reader of a finding must know of the detection behind it. */
export type DetectionText = {
  detection: string;
  title: string;
  severity: Severity;
  description: string;
  techniques: string[];
  next: string;
  falsePositives: string[];
};

/** Texts of every detection that found something, by name. */
export async function readDetectionTexts(store: Store): Promise<DetectionText[]> {
  return await store.rows<DetectionText>(sql`
    select found.detection, coalesce(title, found.detection) as title, coalesce(severity, 'low') as severity,
      coalesce(description, '') as description, list_sort(coalesce(techniques, [])) as techniques,
      coalesce(next, '') as next, coalesce(falsePositives, []) as falsePositives
    from (select distinct detection from finding) found left join detection using (detection)
    order by found.detection`);
}
