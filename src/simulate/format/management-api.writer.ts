import { encodeText } from './encoded-text.ts';
import type { Format } from './format.ts';

/**
 * A content blob of the Office 365 Management Activity API: an array of AuditData objects on one line.
 * Source: https://learn.microsoft.com/office/office-365-management-api/office-365-management-activity-api-reference
 */
const managementApi: Format = {
  id: 'management-api',
  title: 'Office 365 Management Activity API',
  unifiedAudit: (records, { encoding = 'utf8' } = {}) =>
    records.length === 0 ? [] : [{ name: 'content.json', bytes: encodeText(JSON.stringify(records), encoding) }],
};
export default managementApi;
