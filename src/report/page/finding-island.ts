import type { Severity } from '../../shape/severity.ts';
import type { Store } from '../../store/store.ts';
import { readDetectionTexts } from '../read/detection.ts';
import { evidencePlaces, readWorstFindings, type RecordPlace } from '../read/finding.ts';
import { groupBy } from '../read/group-by.ts';
import type { RawLimits } from '../read/raw-record.ts';
import { visible } from './html.ts';
import type { IslandRecord, RecordShelf } from './record-shelf.ts';
import { moment } from './wording.ts';

/** What the page's script lists: findings worst first, with their texts, names and records each stored once. */
export interface FindingIsland {
  readonly detections: readonly IslandDetection[];
  readonly records: readonly IslandRecord[];
  readonly findings: readonly IslandFinding[];
}

interface IslandDetection {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly techniques: readonly string[];
  readonly next: string;
  readonly falsePositives: readonly string[];
}

export interface IslandFinding {
  readonly id: string;
  /** Number in `detections`. */
  readonly detection: number;
  readonly severity: Severity;
  /** UTC, as shown. */
  readonly first: string;
  readonly last: string;
  readonly count: number;
  readonly principals: readonly string[];
  readonly ips: readonly string[];
  /** How many the finding has, of which the lists hold the first. */
  readonly principalCount: number;
  readonly ipCount: number;
  /** Why it is believed; empty where title and description say all. */
  readonly why: string;
  /** Numbers in `records`. */
  readonly records: readonly number[];
}

/** More findings than a browser lists with ease are left to findings.json. */
const findingLimit = 10_000;
const nameLimit = 100;
const rawLimits: RawLimits = { each: 3, recordLength: 4000, totalLength: 6_000_000 };

/** The findings, their records put on the shelf. */
export async function readFindingIsland(store: Store, shelf: RecordShelf): Promise<FindingIsland> {
  const heads = await readWorstFindings(store, findingLimit);
  const texts = await readDetectionTexts(store);
  const places = groupBy(await store.rows<RecordPlace>(evidencePlaces(rawLimits.each)), (place) => place.finding);
  await shelf.add(new Map(heads.map(({ id }) => [id, places.get(id) ?? []])), rawLimits);

  const detectionNumbers = new Map(texts.map(({ detection }, number) => [detection, number]));
  const findings = heads.map((head): IslandFinding => {
    return {
      id: head.id,
      detection: detectionNumbers.get(head.detection) ?? 0,
      severity: head.severity,
      first: moment(head.first),
      last: moment(head.last),
      count: head.count,
      principals: head.principals.slice(0, nameLimit).map(visible),
      ips: head.ips.slice(0, nameLimit).map(visible),
      principalCount: head.principals.length,
      ipCount: head.ips.length,
      why: visible(head.why ?? ''),
      records: shelf.numbersOf(places.get(head.id) ?? []),
    };
  });
  const detections = texts.map((text) => ({
    name: visible(text.detection),
    title: visible(text.title),
    description: visible(text.description),
    techniques: text.techniques.map(visible),
    next: visible(text.next),
    falsePositives: text.falsePositives.map(visible),
  }));
  return { detections, records: shelf.records, findings };
}
