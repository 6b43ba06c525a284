import type { Evidence, Finding } from '../shape/finding.ts';
import type { Instant, TimeWindow } from '../shape/instant.ts';
import type { Severity } from '../shape/severity.ts';
import { sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { readFileNames } from './read/custody.ts';
import { evidencePlaces, readWorstFindings, type RecordPlace } from './read/finding.ts';
import { readBlindSpots } from './read/gap.ts';
import { groupBy } from './read/group-by.ts';
import { countPosture, type PostureCounts } from './read/posture.ts';
import { type CampaignCounts, countCampaigns, type DetectionFloor, readFloors } from './read/spray.ts';
import { countMailboxes, type MailboxCounts, readStories, type StoryHead } from './read/story.ts';
import { readWindow } from './read/window.ts';

/** A case in a few numbers. */
export interface CaseSummary {
  readonly files: number;
  /** Distinct records kept. */
  readonly records: number;
  readonly duplicates: number;
  readonly rejected: number;
  /** Values in records of directories that could not be read and count as not exported. */
  readonly unread: number;
  readonly findings: Readonly<Record<Severity, number>>;
  /** Records that at least one finding rests on, each counted once. */
  readonly matchedRecords: number;
  /** Earliest and latest record of the evidence. */
  readonly first: Instant | undefined;
  readonly last: Instant | undefined;
  /** Only records of this time were looked at by the detections. */
  readonly window: TimeWindow;
  /** Detections that could look, and those that could not because the case has none of their logs. */
  readonly examined: number;
  readonly notExamined: number;
  readonly gaps: number;
  /** Gaps for which records of the case could not be examined as they should: sentences. They are among the `gaps`. */
  readonly blindSpots: readonly string[];
  /** Intrusions that could be told, oldest first. */
  readonly stories: readonly Omit<StoryHead, 'prose'>[];
  /** Mailboxes that they read, each counted once, by the least certain thing that can be said of it. */
  readonly mailboxes: MailboxCounts;
  readonly campaigns: CampaignCounts;
  /** The slowest sprays that would have been seen, for each kind of attacker. */
  readonly floors: readonly DetectionFloor[];
  /** Checks of the last audit by their verdict over all tenants; undefined if there was none. */
  readonly posture: PostureCounts | undefined;
  /** The ten worst findings: by severity, then oldest first. Their `evidence` lists the first record only. */
  readonly worst: readonly Finding[];
}

type Counts = {
  files: number;
  records: number;
  duplicates: number;
  rejected: number;
  unread: number;
  first: Instant | null;
  last: Instant | null;
  low: number;
  medium: number;
  high: number;
  critical: number;
  matchedRecords: number;
  examined: number;
  notExamined: number;
  gaps: number;
};

const counts = sql`
  select * from (
    select count(*) as files, coalesce(sum(coalesce(read, 0) - coalesce(duplicates, 0)), 0)::bigint as records,
      coalesce(sum(duplicates), 0)::bigint as duplicates, coalesce(sum(rejected), 0)::bigint as rejected,
      iso(min(first)) as first, iso(max(last)) as last
    from evidence_file
  ), (
    select count(*) filter (severity = 'low') as low, count(*) filter (severity = 'medium') as medium,
      count(*) filter (severity = 'high') as high, count(*) filter (severity = 'critical') as critical
    from finding
  ), (
    select count(*) as matchedRecords from (select distinct file_id, record from match)
  ), (
    select count(*) filter (verdict = 'examined') as examined, count(*) filter (verdict = 'not-examined') as notExamined
    from detection
  ), (select count(*) as gaps from gap), (select coalesce(sum("values"), 0)::bigint as unread from unread_value)`;

/** Sums the case up, for the terminal and the head of the report. */
export async function summarise(store: Store): Promise<CaseSummary> {
  const { low, medium, high, critical, first, last, ...rest } = await store.row<Counts>(counts);
  return {
    ...rest,
    first: first ?? undefined,
    last: last ?? undefined,
    findings: { low, medium, high, critical },
    window: await readWindow(store),
    blindSpots: await readBlindSpots(store),
    stories: (await readStories(store)).map(({ id, confidence, first, last }) => ({ id, confidence, first, last })),
    mailboxes: await countMailboxes(store),
    campaigns: await countCampaigns(store),
    floors: await readFloors(store),
    posture: await countPosture(store),
    worst: await readWorst(store),
  };
}

async function readWorst(store: Store): Promise<Finding[]> {
  const heads = await readWorstFindings(store, 10);
  if (heads.length === 0) return [];
  const files = await readFileNames(store);
  const places = groupBy(await store.rows<RecordPlace>(evidencePlaces(1)), (place) => place.finding);
  return heads.flatMap((head) => {
    const [place] = places.get(head.id) ?? [];
    const file = place === undefined ? undefined : files.get(place.file_id);
    // Evidence or silence: what nothing proves is not shown.
    if (place === undefined || file === undefined) return [];
    const evidence: Evidence = { ...file, record: place.record };
    return [{ ...head, evidence: [evidence] }];
  });
}
