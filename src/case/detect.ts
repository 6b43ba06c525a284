import { prepareAnalyses } from '../analysis/prepare-analyses.ts';
import { allAnalyses } from '../analysis/registry.ts';
import { tellStories } from '../analysis/story/tell-stories.ts';
import type { DetectionFacts } from '../shape/detection.ts';
import { Fault, type FaultPlace } from '../shape/fault.ts';
import type { TimeWindow } from '../shape/instant.ts';
import { stopIfAsked } from '../shape/stop.ts';
import {
  compileRules,
  loadRules,
  type Placeholders,
  type RefusedRule,
  shippedRulesDirectory,
  silentRules,
} from '../sigma/index.ts';
import { sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { lowerHabits } from './lower-habits.ts';
import { runRules } from './run-rules.ts';
import { foldFindings, updateFindings } from './update-findings.ts';

export interface DetectOptions {
  /** Only records of this time are looked at. */
  readonly window?: TimeWindow | undefined;
  /** Files and folders with Sigma rules of the user's own, beside the shipped ones. */
  readonly rules?: readonly string[] | undefined;
  /** Values for `%name%` in rules that use `expand`. */
  readonly placeholders?: Placeholders | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((step: string) => void) | undefined;
}

export interface DetectOutcome {
  readonly detections: number;
  /** Detections none of whose logs is in the case. */
  readonly notExamined: number;
  readonly findings: number;
  /** Rules of the user's own that could not be used, and why. */
  readonly faults: readonly Fault[];
  /** Filters, and how many rules each of them narrows: what they leave out, nobody else will find. */
  readonly filters: readonly { readonly title: string; readonly rules: number }[];
}

/**
 * Runs every detection over the case anew and keeps what they found. A case that is already examined gives the same
 * findings again.
 *
 * @throws Fault `path-missing` for a rules folder that is not there, `content-invalid` if a shipped rule is broken.
 */
export async function detect(store: Store, options: DetectOptions = {}): Promise<DetectOutcome> {
  const window = options.window ?? {};
  const { compiled, silent, faults, filters } = readRules(options.rules ?? [], options.placeholders);
  const analyses = await allAnalyses();
  const reporting = [...compiled.compiled, ...compiled.correlations].filter(({ rule }) => !silent.has(rule.detection));
  const detections = [...reporting.map(({ facts }) => facts), ...analyses];
  await store.transaction(async () => {
    await store.run(sql`delete from match`);
    await runRules(store, compiled, silent, window, (step) => {
      stopIfAsked(options.signal);
      options.onProgress?.(step);
    });
    options.onProgress?.('sprays');
    await prepareAnalyses(store, window);
    for (const analysis of analyses) {
      stopIfAsked(options.signal);
      options.onProgress?.(analysis.title);
      await store.run(sql`insert into match
        select ${analysis.detection}, coalesce(key, ''), source_table, file_id, record from (${analysis.query})`);
      if (analysis.reasons !== undefined)
        await store.run(sql`insert into reason select ${analysis.detection}, key, why from (${analysis.reasons})`);
    }
    stopIfAsked(options.signal);
    await keepVerdicts(store, detections);
    await keepRefusals(store, compiled.refused, faults);
    await keepWindow(store, window);
    await lowerHabits(
      store,
      compiled.compiled.filter(({ rule }) => rule.habit === 'lowers severity').map(({ rule }) => rule.detection),
    );
    await foldFindings(store);
    await updateFindings(store);
    stopIfAsked(options.signal);
    options.onProgress?.('stories');
    await tellStories(store);
  });
  const counts = await store.row<{ detections: number; notExamined: number; findings: number }>(sql`
    select count(*) as detections, count(*) filter (verdict = 'not-examined') as notExamined,
      (select count(*) from finding) as findings from detection`);
  return { ...counts, faults, filters };
}

function readRules(own: readonly string[], placeholders: Placeholders | undefined) {
  const folder = shippedRulesDirectory();
  const set = loadRules([folder, ...own], { placeholders });
  const compiled = compileRules(set);
  const faults = [...set.faults, ...compiled.refused.map(({ fault }) => fault)];
  const isShipped = ({ file }: FaultPlace): boolean => file?.startsWith(folder) === true;
  const broken = faults.find(({ place }) => isShipped(place));
  if (broken !== undefined) {
    throw new Fault('content-invalid', `a rule that belongs to snowfence is broken: ${broken.located}`, {
      place: broken.place,
      hint: 'Install snowfence anew; if it stays so, report it.',
    });
  }
  const filters = set.filters.map((filter) => ({
    title: filter.title,
    rules: set.rules.filter((rule) => rule.filters.includes(filter)).length,
  }));
  return { compiled, faults, filters, silent: silentRules(set, ({ place }) => isShipped(place)) };
}

/** Rules that could not be read, or not run as on a log that snowfence does not know: not examined, never silently left out. */
async function keepRefusals(store: Store, refused: readonly RefusedRule[], faults: readonly Fault[]): Promise<void> {
  const keep = (
    detection: string,
    title: string,
    description: string,
    severity: string,
    next: string,
    reason: string,
  ): Promise<number> =>
    store.run(
      sql`insert or replace into detection values (${detection}, ${title}, ${description}, ${severity}, [], ${next}, [], [], [], 'not-examined', ${reason})`,
    );
  for (const { rule, fault } of refused) {
    const severity = rule.level === 'informational' ? 'low' : rule.level;
    await keep(rule.detection, rule.title, rule.description, severity, rule.next, fault.located);
  }
  const runnable = new Set(refused.map(({ fault }) => fault));
  for (const fault of faults.filter((candidate) => !runnable.has(candidate))) {
    const file = fault.place.file ?? 'rule';
    await keep(file, `Rule that could not be read: ${file}`, '', 'low', fault.hint, fault.located);
  }
}

/** What the findings are about: the reader of a report must know if only a part of the time was looked at. */
async function keepWindow(store: Store, { since, until }: TimeWindow): Promise<void> {
  await store.run(sql`delete from meta where key in ('since', 'until')`);
  for (const [key, value] of Object.entries({ since, until })) {
    if (value !== undefined) await store.run(sql`insert into meta values (${key}, ${value})`);
  }
}

/** Which detections could look at anything, and why the others could not. */
async function keepVerdicts(store: Store, detections: readonly DetectionFacts[]): Promise<void> {
  await store.run(sql`delete from detection`);
  await store.run(sql`insert into detection
    select d.detection, d.title, d.description, d.severity, d.techniques, d.next, d.falsePositives, d.references, d.logs,
      case when missing is null then 'examined' else 'not-examined' end,
      case when missing is not null then 'none of its logs is in the case: ' || array_to_string(missing, ', ') end
    from (
      select d, list_filter(d.needs, lambda own: not list_has_any(own, present))[1] as missing
      from (select unnest(from_json(${JSON.stringify(detections.map(factsOf))}, ${structure})) as d),
        (select coalesce(list(distinct log), []) as present from coverage)
    )`);
}

const structure = JSON.stringify([
  {
    detection: 'VARCHAR',
    title: 'VARCHAR',
    description: 'VARCHAR',
    severity: 'VARCHAR',
    techniques: ['VARCHAR'],
    next: 'VARCHAR',
    falsePositives: ['VARCHAR'],
    references: ['VARCHAR'],
    logs: ['VARCHAR'],
    needs: [['VARCHAR']],
  },
]);

function factsOf({
  detection,
  title,
  description,
  severity,
  techniques,
  next,
  falsePositives,
  references,
  logs,
  needs = [logs],
}: DetectionFacts): DetectionFacts {
  return { detection, title, description, severity, techniques, next, falsePositives, references, logs, needs };
}
