import type { Severity } from '../../shape/severity.ts';
import type { Store } from '../../store/store.ts';
import { readFileNames } from '../read/custody.ts';
import { readDetectionTexts } from '../read/detection.ts';
import { readWorstFindings } from '../read/finding.ts';
import { keyOf, type RawLimits, readRawRecords } from '../read/raw-record.ts';
import { visible, visibleJson } from './html.ts';
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

/** The beginning of a record of evidence; `bytes` is the whole length. */
interface IslandRecord {
  readonly file: string;
  readonly sha256: string;
  readonly record: number;
  readonly text: string;
  readonly bytes: number;
  readonly isCut: boolean;
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
  /** Numbers in `records`. */
  readonly records: readonly number[];
}

/** More findings than a browser lists with ease are left to findings.json. */
const findingLimit = 10_000;
const nameLimit = 100;
const rawLimits: RawLimits = { perFinding: 3, recordLength: 4000, totalLength: 6_000_000 };

export async function readFindingIsland(store: Store): Promise<FindingIsland> {
  const heads = await readWorstFindings(store, findingLimit);
  const files = await readFileNames(store);
  const texts = await readDetectionTexts(store);
  const raw = await readRawRecords(
    store,
    heads.map(({ id }) => id),
    rawLimits,
  );

  const detectionNumbers = new Map(texts.map(({ detection }, number) => [detection, number]));
  const recordNumbers = new Map<string, number>();
  const records: IslandRecord[] = [];
  const findings = heads.map((head): IslandFinding => {
    const numbers = (raw.get(head.id) ?? []).map(({ place, text, bytes, isCut }) => {
      const known = recordNumbers.get(keyOf(place));
      if (known !== undefined) return known;
      const { file = '', sha256 = '' } = files.get(place.file_id) ?? {};
      const number =
        records.push({ file: visible(file), sha256, record: place.record, text: visibleJson(text), bytes, isCut }) - 1;
      recordNumbers.set(keyOf(place), number);
      return number;
    });
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
      records: numbers,
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
  return { detections, records, findings };
}
