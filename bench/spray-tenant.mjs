/** Tenants of the laboratory as cases, and attackers who are put into them and taken out again. */
import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { populate } from '../dist/simulate/population/population.js';
import { writeTableRows } from '../dist/simulate/stream/table-rows.js';
import { prepareSchema } from '../dist/store/schema.js';
import { sql, trusted } from '../dist/store/sql.js';
import { Store } from '../dist/store/store.js';
import { eventColumns } from '../dist/store/tables.js';

const firstDay = '2024-01-08';

/** The case of a tenant of the laboratory, made once and kept in `folder`. A person signs in `activity` times a day. */
export async function openTenant(folder, { users, days, seed, activity = 2 }) {
  const home = join(folder, `${users}-${days}-${seed}`);
  const file = join(home, 'case.duckdb');
  const isMade = existsSync(join(home, 'made'));
  if (!isMade) {
    await rm(home, { recursive: true, force: true });
    await mkdir(home, { recursive: true });
    const population = populate({ users, seed, firstDay });
    const none = { signIn: [], directoryAudit: [], unifiedAudit: [], graphActivity: [] };
    await writeTableRows({ out: home, population, firstDay, days, activity }, none);
  }
  const store = await Store.open(file, { memory: '2GB', threads: 2 });
  if (!isMade) {
    await prepareSchema(store);
    const columns = Object.entries(eventColumns.sign_in).map(([name, type]) => `'${name}': '${type}'`);
    await store.run(trusted(`insert into sign_in by name select *, null as raw from read_csv('${join(home, 'sign_in.csv')}', header = true,
      nullstr = '\\N', quote = '"', escape = '"', auto_detect = false, delim = ',', columns = {${columns.join(', ')}})`));
    await rm(join(home, 'sign_in.csv'));
    await mkdir(join(home, 'made'));
  }
  await store.run(sql`delete from sign_in where file_id = 2`);
  // Whom to try, and what an attacker can copy: one success of each account.
  await store.run(trusted(`create or replace temp table person as
    select *, row_number() over (order by hash(principal)) - 1 as place from (
      select * from sign_in where log = 'sign-in' and errorCode = 0
      qualify row_number() over (partition by principal order by hash(id)) = 1)`));
  return store;
}

/** The attacker of the goal: 30 days, every account, one address for each attempt. */
export const usualAttack = { perDay: 15, accounts: 0, addresses: 0, isNear: true, agents: 'copied', from: 30, until: 60, seed: 1 };

const tool = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/103.0.5060.134 Safari/537.36';

/**
 * Puts an attack into the tenant as file 2. `addresses` is how many there are in all, 0 for one an attempt; `isNear`: half of
 * the networks are those of people here, the others new ones of the victim's country, else all are new and of other countries; `agents`
 * are `fixed`, `copied` from somebody for each attempt, or `own`: everything, the network too, is the victim's own.
 */
export async function attackTenant(store, { perDay, accounts, addresses, isNear, agents, from, until, seed }) {
  const draw = (name) => `(hash(n, '${name}', ${seed}) % 1000003) / 1000003.0`;
  const attempts = Math.round(perDay * (until - from));
  const source = addresses === 0 ? 'n' : `(n % ${addresses})`;
  const ofSource = (name) => `(hash(${source}, '${name}', ${seed}) % 1000003) / 1000003.0`;
  const copied = agents === 'own' ? 'v' : 'c';
  const network = agents === 'own' ? 'v.autonomousSystemNumber'
    : isNear ? `case when ${ofSource('near')} < 0.5 then c.autonomousSystemNumber else 210000 + floor(${ofSource('network')} * 400)::bigint end`
      : `220000 + floor(${ofSource('network')} * 400)::bigint`;
  const country = agents === 'own' || isNear ? 'v.country' : `'X' || floor(${ofSource('country')} * 25)::int`;
  const fixed = (value, column) => (agents === 'fixed' ? `'${value}'` : `${copied}.${column}`);
  await store.run(trusted(`insert into sign_in by name
    with size as (select count(*) as people from person), attempt as (
      select n, floor(${accounts === 0 ? 'people' : `least(people, ${accounts})`} * ${draw('account')})::bigint as victim,
        floor(people * ${draw('copy')})::bigint as model,
        '${firstDay}'::timestamp + to_seconds((86400 * (${from} + ${until - from} * ${draw('time')}))::bigint) as time
      from range(${attempts}) r(n), size
    )
    select v.* exclude (place) replace (2 as file_id, n + 1 as record, a.time as time, 'attack ' || n as id, 'attack ' || n as correlationId,
      'sign-in' as log, 50126 as errorCode, (60 + (${source}) % 130) || '.' || ((${source}) // 130) % 250 || '.' || ((${source}) // 32500) % 250 || '.77' as ip, ${network} as autonomousSystemNumber, ${country} as country,
      ${fixed(tool, 'userAgent')} as userAgent, ${fixed('Windows10', 'deviceOperatingSystem')} as deviceOperatingSystem,
      ${fixed('Chrome 103.0.5060', 'deviceBrowser')} as deviceBrowser, ${fixed('Browser', 'clientAppUsed')} as clientAppUsed,
      ${fixed('none', 'authenticationProtocol')} as authenticationProtocol,
      ${fixed('4765445b-32c6-49b0-83e6-1d93765276ca', 'appId')} as appId, ${fixed('OfficeHome', 'appDisplayName')} as appDisplayName)
    from attempt a join person v on v.place = a.victim join person c on c.place = a.model`));
  return attempts;
}

/**
 * Wrong passwords at places that are new to the person and that nobody explains, so many a day, more on some days than on others, and
 * two people who get in for each: what a tenant with more travel than the laboratory's has. File 3.
 */
export async function addTravel(store, { perDay, days, seed }) {
  const draw = (name, of = 'n') => `(hash(${of}, '${name}', ${seed}) % 1000003) / 1000003.0`;
  const slots = Math.ceil(perDay * 9);
  await store.run(sql`delete from sign_in where file_id = 3`);
  if (perDay === 0) return;
  await store.run(trusted(`insert into sign_in by name
    with attempt as (
      select n, floor((select count(*) from person) * ${draw('who')})::bigint as who, n % 3 > 0 as isIn, n // ${slots} + ${draw('hour')} as moment
      from range(${days * slots}) r(n)
      where ${draw('chance')} < (0.55 + 0.9 * ${draw('day', `n // ${slots}`)}) * ${(perDay * 3) / slots}
    )
    select v.* exclude (place) replace (3 as file_id, n + 1 as record, '${firstDay}'::timestamp + to_seconds((86400 * moment)::bigint) as time,
      'travel ' || n as id, 'travel ' || n as correlationId, if(isIn, 0, 50126) as errorCode, '198.' || n % 250 || '.' || (n // 250) % 250 || '.5' as ip,
      230000 + floor(300 * pow(${draw('hotel')}, 2))::bigint as autonomousSystemNumber,
      case when ${draw('abroad')} < 0.5 then 'T' || floor(20 * ${draw('country')})::int else v.country end as country)
    from attempt a join person v on v.place = a.who`));
}
