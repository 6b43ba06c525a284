const longestLink = 16_384;

/** Names of query parameters whose value opens something. */
const tellingName =
  /(?:^|[_.-])(?:sig|signature|token|key|apikey|secret|pass|passwd|password|pwd|code|auth|credential|session|jwt|assertion|ticket|sas|invite)$|token$|password$|secret$|key$/i;

/** The target of a link that carries user-info or something like a token in its query; undefined for every other link. */
export function tellingLink(href: string): string | undefined {
  const target = unwrapped(href.trim());
  if (target.length > longestLink) return target.includes('?') ? target.slice(0, longestLink) : undefined;
  if (/^[a-z][a-z0-9+.-]*:\/\/[^/?#@]+@/i.test(target)) return target;
  const query = /[?#].*$/s.exec(target)?.[0] ?? '';
  return query.split(/[?#&;]/).some(isTelling) ? target : undefined;
}

function isTelling(parameter: string): boolean {
  const at = parameter.indexOf('=');
  const [name, value] = at < 0 ? ['', parameter] : [parameter.slice(0, at), parameter.slice(at + 1)];
  if (value.length > 3 && tellingName.test(name)) return true;
  return /^[\w.~%+/-]{24,}=*$/.test(value) && /\d/.test(value) && /[a-z]/i.test(value);
}

/** Defender for Office 365 wraps links in mail; what counts is the link inside. */
function unwrapped(href: string): string {
  const wrapped = /^https:\/\/[a-z0-9.-]+\.safelinks\.protection\.outlook\.com\/[^?]*\?(?:[^#]*&)?url=([^&#]+)/i.exec(
    href,
  );
  try {
    return wrapped?.[1] === undefined ? href : decodeURIComponent(wrapped[1]);
  } catch {
    return href;
  }
}
