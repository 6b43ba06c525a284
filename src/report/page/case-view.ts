import type { Store } from '../../store/store.ts';
import { type CaseSummary, summarise } from '../case-summary.ts';
import { type ActivityLane, readActivityLanes } from '../read/activity-lane.ts';
import { type Concerned, readConcerned } from '../read/concerned.ts';
import { type LogCoverage, readCoverage } from '../read/coverage.ts';
import { type CustodyRow, readCustody } from '../read/custody.ts';
import { type NotExamined, readNotExamined } from '../read/detection.ts';
import { type GapRow, readGaps } from '../read/gap.ts';
import { type PostureObject, postureObjects, readPosture } from '../read/posture.ts';
import { type PrivilegeView, readPrivilege } from '../read/privilege.ts';
import { type FileRejections, readRejections } from '../read/rejection.ts';
import { type FileUnread, readUnread } from '../read/unread.ts';
import { readTenants } from '../read/tenant.ts';
import { readSignInDays, type SignInDay } from '../read/sign-in-outcome.ts';
import { readSprays, type SprayMeasure } from '../read/spray.ts';
import type { PostureView } from '../section/posture.ts';
import { type FindingIsland, readFindingIsland } from './finding-island.ts';
import { RecordShelf } from './record-shelf.ts';
import { readStoryViews, type StoryView } from './story-view.ts';

/** Everything that the page shows of a case. */
export interface CaseView {
  readonly summary: CaseSummary;
  readonly stories: readonly StoryView[];
  readonly sprays: SprayMeasure;
  readonly concerned: Concerned;
  readonly lanes: readonly ActivityLane[];
  readonly signIns: readonly SignInDay[];
  readonly coverage: readonly LogCoverage[];
  readonly gaps: readonly GapRow[];
  readonly findings: FindingIsland;
  readonly custody: readonly CustodyRow[];
  readonly rejections: readonly FileRejections[];
  readonly unread: readonly FileUnread[];
  readonly notExamined: readonly NotExamined[];
  readonly posture: PostureView;
  readonly privilege: PrivilegeView;
}

/** Objects of each check that the page lists. */
const shownObjects = 15;

export async function readCaseView(store: Store): Promise<CaseView> {
  const shelf = await RecordShelf.of(store);
  const findings = await readFindingIsland(store, shelf);
  return {
    summary: await summarise(store),
    stories: await readStoryViews(store, shelf),
    sprays: await readSprays(store),
    concerned: await readConcerned(store, 3),
    lanes: await readActivityLanes(store),
    signIns: await readSignInDays(store),
    coverage: await readCoverage(store),
    gaps: await readGaps(store),
    findings,
    custody: await readCustody(store),
    rejections: await readRejections(store),
    unread: await readUnread(store),
    notExamined: await readNotExamined(store),
    posture: {
      tenants: await readTenants(store),
      lessons: await readPosture(store),
      objects: await store.rows<PostureObject>(postureObjects(shownObjects)),
    },
    privilege: await readPrivilege(store),
  };
}
