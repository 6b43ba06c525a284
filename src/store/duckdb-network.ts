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

/** Only hexadecimal groups of which one may be empty; whether they are eight in all shows when they are written out. */
const v6 = '[0-9a-fA-F]{0,4}(?::[0-9a-fA-F]{0,4}){2,8}';

/** The address is written out as 32 hexadecimal digits, of which the network fixes the first ones. */
function isInV6(text: Sql, { bytes, bits }: Network): Sql {
  const digits = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const whole = Math.floor(bits / 4);
  const rest = bits % 4;
  const low = Number.parseInt(digits[whole] ?? '0', 16);
  const high = low + (1 << (4 - rest)) - 1;
  const digit = sql`${written}[${trusted(String(whole + 1))}]`;
  const between =
    rest === 0 ? sql`` : sql` and ${digit} between ${literal(low.toString(16))} and ${literal(high.toString(16))}`;
  return sql`case when regexp_full_match(${text}, ${literal(v6)}) and len(string_split(${text}, '::')) <= 2 then
    len(list_filter([${expanded(text)}],
      lambda address: length(address) = 32 and starts_with(address, ${literal(digits.slice(0, whole))})${between})) > 0
    else false end`;
}

const written = sql`address`;

function expanded(text: Sql): Sql {
  const groups = (part: string): Sql =>
    sql`list_filter(string_split(split_part(lower(${text}), '::', ${trusted(part)}), ':'), lambda part: part <> '')`;
  const missing = sql`case when contains(${text}, '::') then greatest(0, 8 - len(${groups('1')}) - len(${groups('2')})) else 0 end`;
  return sql`${hex(groups('1'))} || repeat('0000', ${missing}) || ${hex(groups('2'))}`;
}

function hex(groups: Sql): Sql {
  return sql`coalesce(list_aggregate(list_transform(${groups}, lambda part: lpad(part, 4, '0')), 'string_agg', ''), '')`;
}
