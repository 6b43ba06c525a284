import type { DirectoryAudit, SignIn } from '../record.ts';
import { encodeText } from './encoded-text.ts';
import type { Format, WriteOptions, WrittenFile } from './format.ts';

/** Graph records in one JSON array, as `Get-MgBetaAuditLogSignIn | ConvertTo-Json` of PowerShell 7 leaves them. */
const graphArray: Format = {
  id: 'graph-array',
  title: 'Microsoft Graph records in an array',
  signIn: (records, options) => write('signIns.json', records, options),
  directoryAudit: (records, options) => write('directoryAudits.json', records, options),
};
export default graphArray;

function write(
  name: string,
  records: readonly (SignIn | DirectoryAudit)[],
  { encoding = 'utf8', newline = '\n' }: WriteOptions = {},
): WrittenFile[] {
  if (records.length === 0) return [];
  const text = JSON.stringify(records, null, 2).replaceAll('\n', newline) + newline;
  return [{ name, bytes: encodeText(text, encoding) }];
}
