import { dayNumber } from './day.ts';
import type { Client } from './client.ts';
import { clientCode, clientOf } from './client.ts';
import { Draw, mix, mixAll, mixText } from './draw.ts';
import { nameOf, serviceNameOf, signInNameOf, testNameOf } from './name.ts';
import { countries, homeShares, hosts, mayHaveNewAddress, networkKinds, placeOf, sourceOf } from './network.ts';
import type { Nature, Offices, PersonKind } from './person.ts';
import { homeOn, kindRanges, natureOf } from './person.ts';
import { uuidOf } from './uuid.ts';
import type { Workload } from './workload.ts';
import { workloadsOf } from './workload.ts';
import type { Random } from '../random.ts';
import type { Account } from '../scenario/account.ts';
import type { Application } from '../scenario/application.ts';
import type { Place } from '../scenario/place.ts';
import { tenant } from '../tenant.ts';

/** Somebody of the tenant, with their machine and home as of the population's first day. */
export interface Person extends Account {
  readonly index: number;
  readonly kind: PersonKind;
  readonly hasMfa: boolean;
  readonly utcOffsetHours: number;
}

/** Everybody of a tenant; nothing is kept of a person but what was asked for lately. */
export interface Population {
  readonly users: number;
  readonly seed: string;
  readonly tenantId: string;
  readonly domain: string;
  /** Throws a RangeError if there are fewer. */
  person(index: number): Person;
  /** The same without the texts. */
  nature(index: number): Nature;
  displayName(index: number): string;
  readonly admins: readonly number[];
  readonly executives: readonly number[];
  readonly dormant: readonly number[];
  readonly service: readonly number[];
  readonly test: readonly number[];
  readonly withoutMfa: readonly number[];
  readonly backup: Application;
  readonly applications: readonly Application[];
  readonly workloads: readonly Workload[];
  readonly offices: Offices;
  /** The seed as a number, for what is drawn by `Draw`. */
  readonly seedNumber: number;
  /** A source as users of the same country have: an ISP of theirs, an address of it that nobody uses. */
  homeLike(random: Random, person: Person): Place;
  /** A residential proxy anywhere. */
  proxy(random: Random): Place;
  /** A rented server anywhere. */
  server(random: Random): Place;
  /** A user agent and device that many people here have, in its version on that day. */
  commonClient(random: Random, day?: string): Client;
}

export interface PopulationOptions {
  /** At least 20, so that there is somebody of every kind. */
  readonly users: number;
  readonly seed: string;
  readonly tenantId?: string;
  readonly domain?: string;
  /** `YYYY-MM-DD`; versions and addresses of `person` are of this day. */
  readonly firstDay?: string;
}

/** For each use of somebody's number another id; the three machines (0 computer, 1 second computer, 2 phone) follow each other. */
export const idUse = { person: 1, mailbox: 2, device: 3 } as const;

const least = 20;

/** The same options give the same tenant. Throws a RangeError if there are too few users. */
export function populate(options: PopulationOptions): Population {
  const { users, seed, tenantId = tenant.id, domain = tenant.domain, firstDay = '2024-01-08' } = options;
  if (!(users >= least)) throw new RangeError(`a tenant has at least ${least} users`);
  const seedNumber = mixText(seed);
  const today = dayNumber(firstDay);
  const offices = officesOf(seedNumber, users);
  const ranges = kindRanges(users);
  const indices = (wanted: PersonKind) =>
    ranges
      .filter(({ kind }) => kind === wanted)
      .flatMap(({ first, count }) => Array.from({ length: count }, (_, at) => first + at));
  const rangeOf = (index: number) => {
    const range = ranges.find(({ first, count }) => index >= first && index < first + count);
    if (range === undefined) throw new RangeError(`nobody has number ${index} of ${users}`);
    return range;
  };

  const nature = remembered((index) => natureOf(seedNumber, index, rangeOf(index).kind, offices));
  const displayName = (index: number) => {
    const { kind, first } = rangeOf(index);
    if (kind === 'service') return serviceNameOf(index - first);
    return kind === 'test' ? testNameOf(index - first) : nameOf(index);
  };
  const [backup, ...others] = workloadsOf(tenantId, users, offices.countries[0] ?? 0, today);
  let withoutMfa: readonly number[] | undefined;

  return {
    users,
    seed,
    seedNumber,
    tenantId,
    domain,
    offices,
    nature,
    displayName,
    person(index) {
      const own = nature(index);
      const office = offices.offices[own.office] ?? offices.offices[0];
      return {
        id: uuidOf(seedNumber, idUse.person, index),
        displayName: displayName(index),
        userPrincipalName: `${signInNameOf(displayName(index))}@${domain}`,
        mailboxGuid: uuidOf(seedNumber, idUse.mailbox, index),
        index,
        tenantId,
        kind: own.kind,
        hasMfa: own.hasMfa,
        utcOffsetHours: countries[own.country]?.utcOffsetHours ?? 0,
        deviceId: uuidOf(seedNumber, idUse.device, index),
        home: placeOf(homeOn(seedNumber, own, today), mix(index)),
        office: placeOf(office?.source ?? 0),
        ...clientOf(clientCode(own.computerBrowser, today, own.daysLate)),
      };
    },
    admins: indices('admin'),
    executives: indices('executive'),
    dormant: indices('dormant'),
    service: indices('service'),
    test: indices('test'),
    get withoutMfa() {
      withoutMfa ??= Array.from({ length: users }, (_, index) => index).filter((index) => !nature(index).hasMfa);
      return withoutMfa;
    },
    backup,
    applications: [backup, ...others],
    workloads: [backup, ...others],
    homeLike(random, person) {
      const draw = new Draw().restart(random.integer(0, 2 ** 31));
      return placeOf(strangerIn(draw, nature(person.index).country), draw.bits());
    },
    proxy(random) {
      const draw = new Draw().restart(random.integer(0, 2 ** 31));
      return placeOf(strangerIn(draw, draw.below(countries.length)), draw.bits());
    },
    server(random) {
      const network = random.pick(networkKinds.hosting);
      const country = random.integer(0, countries.length - 1);
      return placeOf(
        sourceOf(country, network, 0, hosts.strangers.first + random.integer(0, hosts.strangers.count - 1)),
      );
    },
    commonClient(random, day) {
      const { computerBrowser, daysLate } = nature(random.integer(0, users - 1));
      return clientOf(clientCode(computerBrowser, day === undefined ? today : dayNumber(day), daysLate));
    },
  };
}

/** A line of a home in that country which is not of the tenant. */
function strangerIn(draw: Draw, country: number) {
  const network = networkKinds.home[draw.weighted(homeShares)] ?? 0;
  const city = draw.below(countries[country]?.cities.length ?? 1);
  const host = hosts.strangers.first + draw.below(hosts.strangers.count);
  return sourceOf(country, network, city, host, mayHaveNewAddress(network) && draw.chance(0.5));
}

/** One country has most of the people, some others the rest; an office for every so many people. */
function officesOf(seedNumber: number, users: number): Offices {
  const draw = new Draw().restart(mixAll(seedNumber, 0x6f6666));
  const number = users < 200 ? 1 : users < 2_000 ? 3 : 6;
  const chosen: number[] = [];
  while (chosen.length < number) {
    const country = draw.below(countries.length);
    if (!chosen.includes(country)) chosen.push(country);
  }
  const shares = chosen.map((_, position) => 0.5 ** position);
  const offices = chosen.flatMap((country, position) => {
    const cities = countries[country]?.cities.length ?? 1;
    const wanted = Math.max(1, Math.round(((shares[position] ?? 0) * Math.min(users, 12_000)) / 3_000));
    return Array.from({ length: Math.min(cities, wanted) }, (_, city) => ({
      country,
      city,
      source: sourceOf(
        country,
        networkKinds.office[city % 2] ?? 8,
        city,
        hosts.shared.first + draw.below(hosts.shared.count),
      ),
    }));
  });
  const numbered = offices.map((office, index) => ({ index, ...office }));
  const byCountry = new Map(
    chosen.map((country) => [country, numbered.filter((office) => office.country === country)]),
  );
  return { countries: chosen, shares, offices: numbered, byCountry };
}

/** Of the indices asked for lately, in a table of fixed size. */
function remembered<Value>(make: (index: number) => Value): (index: number) => Value {
  const size = 1 << 15;
  const indices = new Int32Array(size).fill(-1);
  const values: Value[] = [];
  return (index) => {
    const slot = index & (size - 1);
    if (indices[slot] === index) {
      const known = values[slot];
      if (known !== undefined) return known;
    }
    const value = make(index);
    indices[slot] = index;
    values[slot] = value;
    return value;
  };
}
