import type { Instant } from '../../shape/instant.ts';
import { encodeText } from './encoded-text.ts';
import type { Format, WriteOptions, WrittenFile } from './format.ts';
import { digitsOf } from './moment-text.ts';
import { signInKind } from './sign-in-kind.ts';
import { groupBy, pagesOf, spanOf } from './span.ts';

/**
 * The Microsoft-Extractor-Suite: a page an array, and pages that arrive within one second appended to one file, so that it holds
 * `[…]` after `[…]`. Sign-ins are split into users, service principals and managed identities.
 * Source: https://github.com/invictus-ir/Microsoft-Extractor-Suite
 */
const graphConcatenatedArrays: Format = {
  id: 'graph-concatenated-arrays',
  title: 'Microsoft-Extractor-Suite sign-ins and directory audits',
  signIn(records, options) {
    return groupBy(records, (record) => signInKind(record).extractorName).map(([kind, group]) => {
      const stamp = digitsOf(spanOf(group, (record) => record.createdDateTime).last);
      return write(`EntraID/${stamp}-SignInLogs/${kind}/SignInLogs-${kind}-Combined.json`, group, options);
    });
  },
  directoryAudit(records, options) {
    if (records.length === 0) return [];
    const last: Instant = spanOf(records, (record) => record.activityDateTime).last;
    return [write(`EntraID/${digitsOf(last)}-AuditLogs/${digitsOf(last)}-AuditLogs.json`, records, options)];
  },
};
export default graphConcatenatedArrays;

function write(
  name: string,
  records: readonly object[],
  { encoding = 'utf8-bom', newline = '\r\n', pageSize = Math.max(1, Math.ceil(records.length / 2)) }: WriteOptions = {},
): WrittenFile {
  const pages = pagesOf(records, pageSize).map((page) => JSON.stringify(page, null, 2).replaceAll('\n', newline));
  return { name, bytes: encodeText(pages.join(newline) + newline, encoding) };
}
