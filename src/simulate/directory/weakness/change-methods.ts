import type { Directory } from '../directory.ts';
import type { DirectoryRecord } from '../object.ts';

const name = 'authenticationMethodsPolicy';
const list = 'authenticationMethodConfigurations';

/** Changes each method of the policy of authentication methods. */
export function changeMethods({ policies }: Directory, change: (method: DirectoryRecord) => DirectoryRecord): void {
  const known = policies.get(name) ?? {};
  const methods = (known[list] ?? []) as readonly DirectoryRecord[];
  policies.set(name, { ...known, [list]: methods.map(change) });
}
