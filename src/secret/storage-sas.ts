/** What a shared access signature of Azure Storage was signed with, which decides how it is taken back. */
export type StorageSas = 'account' | 'service' | 'user-delegation';

/**
 * The signature in the query of a URL or in a bare token, where a date of expiry or a stored access policy stands beside it. It is
 * found by `sig=`; what stands before it is read backwards from there.
 */
export const storageSas =
  /(?=sig=)(?<=(?:\/\/(?<host>[a-z0-9-]{3,63}\.(?:blob|file|queue|table|dfs|web)\.(?:core\.windows\.net|core\.usgovcloudapi\.net|core\.chinacloudapi\.cn|storage\.azure\.net))[^\s"'<>?]{0,400}\?)?(?<before>[\w%&;=.:+/~-]{0,500}))(?<![a-z])sig=(?<secret>[A-Za-z0-9%+/]{43,100}=?)(?<after>[\w%&;=.:+/~-]{0,400})/g;

/** Which one it is; undefined if it is none of Azure Storage. */
export function kindOfStorageSas(
  secret: string,
  groups: Readonly<Record<string, string | undefined>>,
): StorageSas | undefined {
  const query = `${groups['before'] ?? ''}&${groups['after'] ?? ''}`.split(/&(?:amp;)?|;/);
  const has = (name: string): boolean =>
    query.some((pair) => pair.startsWith(`${name}=`) && pair.length > name.length + 1);
  if (!/^[A-Za-z0-9+/]{43}=$/.test(decoded(secret)) || !has('sv') || !(has('se') || has('si'))) return undefined;
  if (has('skoid')) return 'user-delegation';
  if (has('ss') && has('srt')) return 'account';
  return has('sr') || has('tn') || has('sp') || has('si') ? 'service' : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
