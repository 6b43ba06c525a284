import { literal, type Sql, sql, trusted } from './sql.ts';
import type { Network } from './dialect.ts';

/**
 * Whether a text is an address inside the network; false for text that is no address. Plain text functions only: the
 * engine's own address type is a download.
 */
export function isInNetwork(text: Sql, network: Network): Sql {
  return network.bytes.length === 4 ? isInV4(text, network) : isInV6(text, network);
}

function isInV4(text: Sql, { bytes, bits }: Network): Sql {
  const whole = Math.floor(bits / 8);
  const start = bytes.slice(0, whole).join('.') + (whole === 0 || whole === 4 ? '' : '.');
  const begins = whole === 4 ? sql`${text} = ${literal(start)}` : sql`starts_with(${text}, ${literal(start)})`;
  const rest = bits % 8;
  const low = bytes[whole] ?? 0;
  const high = low + (1 << (8 - rest)) - 1;
  const octet = sql`try_cast(split_part(${text}, '.', ${trusted(String(whole + 1))}) as integer)`;
  const between = rest === 0 ? sql`true` : sql`${octet} between ${trusted(String(low))} and ${trusted(String(high))}`;
  return sql`case when ${begins} and regexp_full_match(${text}, ${literal(v4)}) then ${between} else false end`;
}

const v4 = '(?:(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])\\.){3}(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])';

const group = '[0-9a-f]{1,4}';
const groups = `${group}(?::${group})*`;
const v6 = `(?:${groups})?::(?:${groups})?|${group}(?::${group}){7}`;
const v6WithV4 = `[0-9a-f:]*:${v4}`;

/** The address is written out as 32 hexadecimal digits, of which the network fixes the first ones. */
function isInV6(text: Sql, { bytes, bits }: Network): Sql {
  const digits = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const whole = Math.floor(bits / 4);
  const rest = bits % 4;
  const low = Number.parseInt(digits[whole] ?? '0', 16);
  const high = low + (1 << (4 - rest)) - 1;
  const digit = sql`address[${trusted(String(whole + 1))}]`;
  const between =
    rest === 0 ? sql`` : sql` and ${digit} between ${literal(low.toString(16))} and ${literal(high.toString(16))}`;
  return sql`case when contains(${text}, ':') then
    len(list_filter(list_transform([${hexadecimal(text)}], lambda part: ${writtenOut}),
      lambda address: length(address) = 32 and starts_with(address, ${literal(digits.slice(0, whole))})${between})) > 0
    else false end`;
}

/** An IPv4 address at the end becomes two groups of hexadecimal digits. */
function hexadecimal(text: Sql): Sql {
  return sql`case when regexp_full_match(lower(${text}), ${literal(v6WithV4)}) then
    regexp_extract(lower(${text}), '^.*:') || array_to_string(list_transform([1, 3],
      lambda first: printf('%x', cast(split_part(split_part(${text}, ':', -1), '.', first) as integer) * 256
        + cast(split_part(split_part(${text}, ':', -1), '.', first + 1) as integer))), ':')
    else lower(${text}) end`;
}

/** The address `part` as 32 digits; null or of another length if it is none. */
const writtenOut = ((): Sql => {
  const groupsOf = (side: string): Sql =>
    sql`list_filter(string_split(split_part(part, '::', ${trusted(side)}), ':'), lambda one: one <> '')`;
  const padded = (side: string): Sql =>
    sql`array_to_string(list_transform(${groupsOf(side)}, lambda one: lpad(one, 4, '0')), '')`;
  const known = sql`len(${groupsOf('1')}) + len(${groupsOf('2')})`;
  const zeros = sql`case when contains(part, '::') then repeat('0000', nullif(greatest(0, 8 - (${known})), 0)) else '' end`;
  return sql`case when regexp_full_match(part, ${literal(v6)}) then ${padded('1')} || ${zeros} || ${padded('2')} end`;
})();
