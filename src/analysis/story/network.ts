import { sql, type Sql } from '../../store/sql.ts';

/** Where an address belongs: its network by number, else the first half of the address, null without either. */
export function networkOf(number: Sql, ip: Sql): Sql {
  return sql`case when ${number} is not null then 'AS' || ${number}
    when contains(${ip}, ':') then split_part(${ip}, ':', 1) || ':' || split_part(${ip}, ':', 2) || '::/32'
    when ${ip} is not null then split_part(${ip}, '.', 1) || '.' || split_part(${ip}, '.', 2) || '.0.0/16' end`;
}

/** The network of a record that has only an address; the table `address` must be joined as `a`. */
export const networkOfAddress = (ip: Sql): Sql => networkOf(sql`a.number`, ip);
