import type { Store } from '../../store/store.ts';
import { drawnMarks } from '../chart/swim-lane.chart.ts';
import type { LaneMark } from '../chart/swim-lane-layout.ts';
import type { Place } from '../read/evidence.ts';
import { groupBy } from '../read/group-by.ts';
import type { RawLimits } from '../read/raw-record.ts';
import {
  countMailboxes,
  type MailboxCounts,
  readMailboxes,
  readStages,
  readStagePlaces,
  readStories,
  readStoryGaps,
  type StoryHead,
  type StoryMailbox,
  type StoryStage,
} from '../read/story.ts';
import { readLaneMoments } from '../read/story-lane.ts';
import type { RecordShelf } from './record-shelf.ts';

/** A step with the numbers of its first records on the page. */
export interface StepView extends StoryStage {
  readonly shown: readonly number[];
}

/** An intrusion as the page shows it. */
export interface StoryView {
  readonly head: StoryHead;
  readonly steps: readonly StepView[];
  readonly marks: readonly LaneMark[];
  readonly recordsOf: (mark: LaneMark) => readonly number[];
  readonly mailboxCounts: MailboxCounts;
  /** The first of them: what was read, the least certain first. */
  readonly mailboxes: readonly StoryMailbox[];
  /** How many more rows there are. */
  readonly mailboxesLeft: number;
  readonly gaps: readonly string[];
}

/** More intrusions than anybody reads on a page are left to story.json. */
const storyLimit = 12;
const mailboxLimit = 300;
const messageIdLimit = 100;
const rawLimits: RawLimits = { each: 3, recordLength: 4000, totalLength: 4_000_000 };
const confidences = ['high', 'medium', 'low'];

/** The intrusions of which we are surest, oldest first among equals; their records are put on the shelf. */
export async function readStoryViews(store: Store, shelf: RecordShelf): Promise<StoryView[]> {
  const heads = (await readStories(store))
    .toSorted((a, b) => confidences.indexOf(a.confidence) - confidences.indexOf(b.confidence))
    .slice(0, storyLimit);
  const views: StoryView[] = [];
  // Each has its share, so that the first does not use up the room of the others.
  const limits = { ...rawLimits, totalLength: rawLimits.totalLength / heads.length };
  for (const head of heads) views.push(await readStoryView(store, shelf, head, limits));
  return views;
}

async function readStoryView(store: Store, shelf: RecordShelf, head: StoryHead, limits: RawLimits): Promise<StoryView> {
  const stages = await readStages(store, head.id);
  const moments = await readLaneMoments(store, head.id);
  const marks = drawnMarks(
    stages,
    moments.map((moment) => ({ ...moment, times: [Date.parse(moment.first), Date.parse(moment.last)] })),
  );
  const places = groupBy(await readStagePlaces(store, head.id, limits.each), ({ position }) => position);
  const statements = new Map<string, readonly Place[]>([
    ...stages.map(({ position }) => [`step ${position}`, places.get(position) ?? []] as const),
    ...marks.map((mark, index) => [`mark ${index}`, mark.places] as const),
  ]);
  await shelf.add(statements, limits);
  const mailboxes = await readMailboxes(store, head.id, mailboxLimit, messageIdLimit);
  return {
    head,
    steps: stages.map((stage) => ({ ...stage, shown: shelf.numbersOf(places.get(stage.position) ?? []) })),
    marks,
    recordsOf: (mark) => shelf.numbersOf(mark.places),
    mailboxCounts: await countMailboxes(store, head.id),
    mailboxes,
    mailboxesLeft: (mailboxes[0]?.total ?? 0) - mailboxes.length,
    gaps: await readStoryGaps(store, head.id),
  };
}
