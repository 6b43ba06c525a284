import { Fault } from '../../shape/fault.ts';
import type { Format } from '../format/format.ts';
import { formats } from '../format/index.ts';
import type { LogName } from '../scenario/evidence.ts';

/** A way in which a responder gets logs: the writer of each log that can be had that way. */
export interface Bundle {
  readonly name: string;
  readonly title: string;
  readonly formats: Readonly<Partial<Record<LogName, string>>>;
  /** Why logs are missing, if some are. */
  readonly without?: string;
}

export const bundles: readonly Bundle[] = [
  {
    name: 'graph',
    title:
      'Answers of Microsoft Graph: sign-ins and directory audits as pages, the unified audit log as an audit log query',
    formats: { signIn: 'graph-page', directoryAudit: 'graph-page', unifiedAudit: 'graph-audit-log-record' },
    without: 'Microsoft Graph does not give out its own activity log',
  },
  {
    name: 'diagnostic',
    title: 'Diagnostic settings of Entra into a storage account',
    formats: { signIn: 'diagnostic-lines', directoryAudit: 'diagnostic-lines', graphActivity: 'diagnostic-lines' },
    without: 'the unified audit log has no diagnostic setting',
  },
  {
    name: 'sentinel',
    title: 'Tables of Log Analytics as CSV; of the unified audit log only what Exchange did',
    formats: {
      signIn: 'log-analytics-csv',
      directoryAudit: 'log-analytics-csv',
      unifiedAudit: 'log-analytics-csv',
      graphActivity: 'log-analytics-csv',
    },
  },
  {
    name: 'purview',
    title:
      'Audit search of the Purview portal: the unified audit log, in which are the sign-ins that people made themselves',
    formats: { unifiedAudit: 'purview-csv' },
    without: 'Purview has neither the sign-in logs nor the activity of Microsoft Graph',
  },
  {
    name: 'mes',
    title: 'Microsoft-Extractor-Suite',
    formats: {
      signIn: 'graph-concatenated-arrays',
      directoryAudit: 'graph-concatenated-arrays',
      unifiedAudit: 'mes-csv',
    },
    without: 'it does not collect the activity of Microsoft Graph',
  },
  {
    name: 'goose',
    title: 'Untitled Goose Tool',
    formats: { signIn: 'graph-lines', directoryAudit: 'graph-lines', unifiedAudit: 'goose-lines' },
    without: 'it does not collect the activity of Microsoft Graph',
  },
  {
    name: 'portal',
    title: 'Downloads of the Entra admin center as CSV',
    formats: { signIn: 'portal-csv', directoryAudit: 'portal-csv' },
    without: 'the admin center has neither the unified audit log nor the activity of Microsoft Graph',
  },
];

const logNames = ['signIn', 'directoryAudit', 'unifiedAudit', 'graphActivity'] as const;

/**
 * The writers of a bundle or of a single format, by log. Several names joined by commas fill each other's gaps, the first one that
 * has a log writes it. Throws a {@link Fault} for a name that is neither.
 */
export function formatsFor(names: string): Partial<Record<LogName, Format>> {
  const found: Partial<Record<LogName, Format>> = {};
  for (const name of names.split(',')) {
    const chosen = writersOf(name.trim());
    for (const log of logNames) {
      const format = found[log] ?? chosen[log];
      if (format !== undefined) found[log] = format;
    }
  }
  return found;
}

function writersOf(name: string): Partial<Record<LogName, Format | undefined>> {
  const bundle = bundles.find((candidate) => candidate.name === name);
  const single = formats.find((candidate) => candidate.id === name);
  if (bundle === undefined && single === undefined) {
    const known = [...bundles.map((each) => each.name), ...formats.map(({ id }) => id)];
    throw new Fault('path-missing', `no format is called ${name}`, { hint: `Choose one of ${known.join(', ')}.` });
  }
  return Object.fromEntries(
    logNames.map((log) => {
      const id = bundle?.formats[log] ?? (single?.[log] === undefined ? undefined : single.id);
      return [log, formats.find((candidate) => candidate.id === id)];
    }),
  );
}
