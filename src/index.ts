/**
 * Snowfence as a library: everything that the command line does.
 *
 * @module
 */
export { audit, type AuditOptions } from './case/audit.ts';
export { findPaths, type PathOptions, type PathOutcome, type PathSet } from './case/find-paths.ts';
export { type Case, openCase } from './case/open-case.ts';
export { scan, type ScanCaseOptions, type ScanCaseOutcome } from './case/scan.ts';
export { detect, type DetectOptions, type DetectOutcome } from './case/detect.ts';
export { investigate, type InvestigateOptions, type InvestigateOutcome, report } from './case/investigate.ts';
export { ingest, type IngestOptions, type IngestOutcome, type IngestProgress } from './ingest/ingest.ts';
export type { Unreadable } from './ingest/collect-files.ts';
export type { Settled } from './directory/settle.ts';
export type { Path } from './privilege/path.ts';
export type { FileOutcome } from './ingest/ingest-file.ts';
export { type CaseSummary, summarise } from './report/case-summary.ts';
export { Fault, type FaultCode, type FaultPlace } from './shape/fault.ts';
export type { Evidence, Finding } from './shape/finding.ts';
export type { Instant, TimeWindow } from './shape/instant.ts';
export { severities, type Severity } from './shape/severity.ts';
export type { StoreLimits } from './store/store.ts';
