import type { EventTable } from '../../src/shape/detection.ts';
import type { WriteOptions, WrittenFile } from '../../src/simulate/format/format.ts';
import { formats } from '../../src/simulate/format/index.ts';
import type { DirectoryAudit, GraphActivity, SignIn, UnifiedAudit } from '../../src/simulate/record.ts';
import { sampleTenant } from '../../src/simulate/fixture/sample-tenant.ts';

const { production } = sampleTenant();

/** The first record of each kind, so that few records show all that the exports have to carry. */
function oneOfEach<R>(records: readonly R[], kindOf: (record: R) => string): R[] {
  const kinds = new Map<string, R>();
  for (const record of records) if (!kinds.has(kindOf(record))) kinds.set(kindOf(record), record);
  return [...kinds.values()];
}

const risk = { riskState: 'atRisk', riskEventTypes_v2: ['unfamiliarFeatures', 'unlikelyTravel'] };

/** A few records of every log of the simulated tenant. */
export const sample: {
  readonly signIn: readonly SignIn[];
  readonly directoryAudit: readonly DirectoryAudit[];
  readonly unifiedAudit: readonly UnifiedAudit[];
  readonly graphActivity: readonly GraphActivity[];
} = {
  // Nobody in the story was at risk as Entra saw it, so those who signed in themselves are.
  signIn: oneOfEach(
    production.signIn,
    (record) => `${record.signInEventTypes[0]} ${Math.sign(record.status.errorCode)}`,
  ).map((record) => (record.isInteractive ? { ...record, ...risk } : record)),
  directoryAudit: oneOfEach(production.directoryAudit, (record) => record.activityDisplayName),
  unifiedAudit: oneOfEach(production.unifiedAudit, (record) => `${record.RecordType} ${record.Operation}`),
  graphActivity: oneOfEach(production.graphActivity, (record) => `${record.requestMethod} ${record.userId === null}`),
};

export type LogName = keyof typeof sample;

export const tableOf: Readonly<Record<LogName, EventTable>> = {
  signIn: 'sign_in',
  directoryAudit: 'activity',
  unifiedAudit: 'activity',
  graphActivity: 'graph_activity',
};

/** One log as one format writes it. */
export interface Writer {
  readonly format: string;
  readonly log: LogName;
  /** All records of the sample. */
  readonly write: (options?: WriteOptions) => WrittenFile[];
  /** Three of one kind, which always make one file. */
  readonly writeFew: (options?: WriteOptions) => WrittenFile[];
}

const interactive = production.signIn.filter(({ signInEventTypes: [kind] }) => kind === 'interactiveUser').slice(0, 3);
const exchange = sample.unifiedAudit.filter(({ Workload }) => Workload === 'Exchange').slice(0, 3);

/** Every log that every format can carry. */
export const writers: readonly Writer[] = formats.flatMap(({ id: format, ...by }) => {
  const found: Writer[] = [];
  const { signIn, directoryAudit, unifiedAudit, graphActivity } = by;
  if (signIn) {
    found.push({
      format,
      log: 'signIn',
      write: (o) => signIn(sample.signIn, o),
      writeFew: (o) => signIn(interactive, o),
    });
  }
  if (directoryAudit) {
    const few = sample.directoryAudit
      .slice(0, 3)
      .map((record) => ({ ...record, activityDateTime: '2024-01-10T06:41:07.500Z' }));
    found.push({
      format,
      log: 'directoryAudit',
      write: (o) => directoryAudit(sample.directoryAudit, o),
      writeFew: (o) => directoryAudit(few, o),
    });
  }
  if (unifiedAudit) {
    found.push({
      format,
      log: 'unifiedAudit',
      write: (o) => unifiedAudit(sample.unifiedAudit, o),
      writeFew: (o) => unifiedAudit(exchange, o),
    });
  }
  if (graphActivity) {
    const few = sample.graphActivity.slice(0, 3);
    found.push({
      format,
      log: 'graphActivity',
      write: (o) => graphActivity(sample.graphActivity, o),
      writeFew: (o) => graphActivity(few, o),
    });
  }
  return found;
});

/** Number of the sample's records that a format writes: of the unified audit log, Log Analytics holds only Exchange here. */
export function countOf({ format, log }: Pick<Writer, 'format' | 'log'>): number {
  if (log === 'unifiedAudit' && format.startsWith('log-analytics')) {
    return sample.unifiedAudit.filter(({ Workload }) => Workload === 'Exchange').length;
  }
  return sample[log].length;
}
