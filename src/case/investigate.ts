import { basename, resolve } from 'node:path';
import { hasDirectory } from '../directory/describe-directory.ts';
import { type IngestOptions, type IngestOutcome, ingest } from '../ingest/ingest.ts';
import { type CaseSummary, summarise } from '../report/case-summary.ts';
import { writeReport } from '../report/write-report.ts';
import { audit } from './audit.ts';
import { type DetectOptions, type DetectOutcome, detect } from './detect.ts';
import type { Case } from './open-case.ts';
import { version } from './version.ts';

export interface InvestigateOutcome {
  readonly ingested: IngestOutcome;
  readonly detected: DetectOutcome;
  readonly summary: CaseSummary;
  /** Names of the files written into the case's folder. */
  readonly files: readonly string[];
}

export interface InvestigateOptions
  extends Omit<IngestOptions, 'onProgress'>,
    Omit<DetectOptions, 'onProgress' | 'signal'> {
  readonly onIngest?: IngestOptions['onProgress'];
  readonly onDetect?: DetectOptions['onProgress'];
}

/**
 * The main job: reads the evidence at `paths` into the case, runs every detection, asks every check if there is a directory, and writes the results beside it.
 *
 * @throws Fault as {@link ingest} and {@link detect} do; what was finished before is kept.
 */
export async function investigate(
  opened: Case,
  paths: readonly string[],
  options: InvestigateOptions = {},
): Promise<InvestigateOutcome> {
  const ingested = await ingest(opened.store, opened.folder, paths, { ...options, onProgress: options.onIngest });
  const detected = await detect(opened.store, { ...options, onProgress: options.onDetect });
  if (await hasDirectory(opened.store)) await audit(opened.store, { onProgress: options.onDetect });
  const files = await report(opened);
  return { ingested, detected, summary: await summarise(opened.store), files };
}

/** Writes the report, `report.html`, and the files beside it (docs/output.md) into the case's folder. */
export function report(opened: Case): Promise<string[]> {
  return writeReport(opened.store, opened.folder, {
    title: basename(resolve(opened.folder)),
    generatedBy: `snowfence ${version()}`,
  });
}
