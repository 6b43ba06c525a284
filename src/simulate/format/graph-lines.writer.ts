import { encodeText } from './encoded-text.ts';
import type { Format, WriteOptions, WrittenFile } from './format.ts';
import { jsonLines } from './json-lines.ts';
import { dayOf } from './moment-text.ts';
import { signInKind } from './sign-in-kind.ts';
import { groupBy } from './span.ts';

/**
 * Untitled Goose Tool 2: one Graph beta record a line, one file for each source and day.
 * Source: https://github.com/cisagov/untitledgoosetool
 */
const graphLines: Format = {
  id: 'graph-lines',
  title: 'Untitled Goose Tool sign-ins and directory audits',
  signIn(records, options) {
    const fileOf = groupBy(records, (record) => {
      const source = signInKind(record).gooseName;
      return `entraid/signin_${source}/${source}_signin_log_${dayOf(record.createdDateTime)}.json`;
    });
    return fileOf.map(([name, group]) => write(name, group, options));
  },
  directoryAudit(records, options) {
    const fileOf = groupBy(
      records,
      (record) => `entraid/entraid_audit_logs/entraidauditlog_${dayOf(record.activityDateTime)}.json`,
    );
    return fileOf.map(([name, group]) => write(name, group, options));
  },
};
export default graphLines;

function write(
  name: string,
  records: readonly object[],
  { encoding = 'utf8', newline = '\n' }: WriteOptions = {},
): WrittenFile {
  return { name, bytes: encodeText(jsonLines(records, newline), encoding) };
}
