import type { DirectoryAudit, SignIn } from '../record.ts';
import { encodeText } from './encoded-text.ts';
import type { Format, WriteOptions, WrittenFile } from './format.ts';
import { pagesOf } from './span.ts';

/**
 * Answers of Microsoft Graph kept as they came: `{"@odata.context", "@odata.nextLink", "value": […]}`, one object a page.
 * Source: https://learn.microsoft.com/graph/api/signin-list?view=graph-rest-beta
 */
const graphPage: Format = {
  id: 'graph-page',
  title: 'Microsoft Graph pages',
  signIn: (records, options) => write('signIns', records, options),
  directoryAudit: (records, options) => write('directoryAudits', records, options),
};
export default graphPage;

function write(
  collection: 'signIns' | 'directoryAudits',
  records: readonly (SignIn | DirectoryAudit)[],
  { encoding = 'utf8', newline = '\n', pageSize }: WriteOptions = {},
): WrittenFile[] {
  if (records.length === 0) return [];
  const pages = pagesOf(records, pageSize);
  const objects = pages.map((page, index) => ({
    '@odata.context': `https://graph.microsoft.com/beta/$metadata#auditLogs/${collection}`,
    ...(index + 1 < pages.length
      ? { '@odata.nextLink': `https://graph.microsoft.com/beta/auditLogs/${collection}?$skiptoken=${index + 1}` }
      : {}),
    value: page,
  }));
  const text = objects.map((object) => JSON.stringify(object, null, 2).replaceAll('\n', newline) + newline).join('');
  return [{ name: `${collection}.json`, bytes: encodeText(text, encoding) }];
}
