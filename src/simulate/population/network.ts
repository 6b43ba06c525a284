import type { Place } from '../scenario/place.ts';

interface City {
  readonly city: string;
  readonly state: string;
  readonly latitude: number;
  readonly longitude: number;
}

interface Country {
  readonly code: string;
  /** Winter time; the simulation knows no summer time. */
  readonly utcOffsetHours: number;
  readonly cities: readonly City[];
}

const city = (name: string, state: string, latitude: number, longitude: number): City => ({
  city: name,
  state,
  latitude,
  longitude,
});

/** Where people live; at most 16, with at most 16 cities each. The first city of each is its largest. */
export const countries: readonly Country[] = [
  {
    code: 'CA',
    utcOffsetHours: -6,
    cities: [
      city('Toronto', 'Ontario', 43.65, -79.38),
      city('Calgary', 'Alberta', 51.05, -114.06),
      city('Montreal', 'Quebec', 45.5, -73.57),
      city('Ottawa', 'Ontario', 45.42, -75.7),
      city('Winnipeg', 'Manitoba', 49.9, -97.14),
      city('Halifax', 'Nova Scotia', 44.65, -63.57),
    ],
  },
  {
    code: 'US',
    utcOffsetHours: -6,
    cities: [
      city('Chicago', 'Illinois', 41.88, -87.63),
      city('Columbus', 'Ohio', 39.96, -83.0),
      city('Dallas', 'Texas', 32.78, -96.8),
      city('Tampa', 'Florida', 27.95, -82.46),
      city('Denver', 'Colorado', 39.74, -104.99),
      city('Portland', 'Oregon', 45.52, -122.68),
      city('Boston', 'Massachusetts', 42.36, -71.06),
    ],
  },
  {
    code: 'GB',
    utcOffsetHours: 0,
    cities: [
      city('London', 'England', 51.51, -0.13),
      city('Leeds', 'England', 53.8, -1.55),
      city('Bristol', 'England', 51.45, -2.59),
      city('Glasgow', 'Scotland', 55.86, -4.25),
      city('Cardiff', 'Wales', 51.48, -3.18),
    ],
  },
  {
    code: 'DE',
    utcOffsetHours: 1,
    cities: [
      city('Berlin', 'Berlin', 52.52, 13.4),
      city('Hamburg', 'Hamburg', 53.55, 9.99),
      city('Munich', 'Bavaria', 48.14, 11.58),
      city('Cologne', 'North Rhine-Westphalia', 50.94, 6.96),
      city('Leipzig', 'Saxony', 51.34, 12.37),
    ],
  },
  {
    code: 'FR',
    utcOffsetHours: 1,
    cities: [
      city('Paris', 'Ile-de-France', 48.86, 2.35),
      city('Lyon', 'Rhone', 45.76, 4.84),
      city('Nantes', 'Loire-Atlantique', 47.22, -1.55),
      city('Toulouse', 'Haute-Garonne', 43.6, 1.44),
    ],
  },
  {
    code: 'NO',
    utcOffsetHours: 1,
    cities: [
      city('Oslo', 'Oslo', 59.91, 10.75),
      city('Bergen', 'Vestland', 60.39, 5.32),
      city('Trondheim', 'Trondelag', 63.43, 10.4),
    ],
  },
  {
    code: 'PL',
    utcOffsetHours: 1,
    cities: [
      city('Warsaw', 'Mazowieckie', 52.23, 21.01),
      city('Krakow', 'Malopolskie', 50.06, 19.94),
      city('Gdansk', 'Pomorskie', 54.35, 18.65),
    ],
  },
  {
    code: 'IN',
    utcOffsetHours: 5.5,
    cities: [
      city('Mumbai', 'Maharashtra', 19.08, 72.88),
      city('Pune', 'Maharashtra', 18.52, 73.86),
      city('Bengaluru', 'Karnataka', 12.97, 77.59),
      city('Chennai', 'Tamil Nadu', 13.08, 80.27),
    ],
  },
  {
    code: 'SG',
    utcOffsetHours: 8,
    cities: [city('Singapore', 'Central Singapore', 1.29, 103.85)],
  },
  {
    code: 'JP',
    utcOffsetHours: 9,
    cities: [
      city('Tokyo', 'Tokyo', 35.68, 139.69),
      city('Osaka', 'Osaka', 34.69, 135.5),
      city('Nagoya', 'Aichi', 35.18, 136.91),
    ],
  },
  {
    code: 'AU',
    utcOffsetHours: 10,
    cities: [
      city('Sydney', 'New South Wales', -33.87, 151.21),
      city('Melbourne', 'Victoria', -37.81, 144.96),
      city('Perth', 'Western Australia', -31.95, 115.86),
    ],
  },
  {
    code: 'BR',
    utcOffsetHours: -3,
    cities: [
      city('Sao Paulo', 'Sao Paulo', -23.55, -46.63),
      city('Curitiba', 'Parana', -25.43, -49.27),
      city('Recife', 'Pernambuco', -8.05, -34.88),
    ],
  },
];

/** The networks that every country has, by what they are for. */
export const networkKinds = {
  /** Lines of homes, the largest provider first, with its share of the homes. */
  home: [0, 1, 2, 3, 4, 5],
  mobile: [6, 7],
  office: [8, 9],
  /** Hotels, trains, cafés. */
  guest: [10],
  hosting: [11, 12],
  vpn: [13],
} as const;

export const homeShares = [0.34, 0.24, 0.17, 0.12, 0.08, 0.05] as const;
/** Providers of homes and phones that give IPv6 addresses to some of their customers. */
const newAddressing: ReadonlySet<number> = new Set([1, 6]);

const networksPerCountry = 16;
const newAddressBit = 1 << 28;

/** Numbers of hosts in a city of a network, by what they are used for. */
export const hosts = {
  /** Few addresses with many people behind each: offices, carriers, VPN gateways. */
  shared: { first: 0x0010, count: 0x0100 },
  people: { first: 0x0400, count: 0xbc00 },
  /** Nobody of the tenant ever has these. */
  strangers: { first: 0xc000, count: 0x3f00 },
} as const;

/**
 * A source of traffic as one number, so that events can be kept by the million: country (4 bits), network (4), city (4), host (16),
 * and whether the address is of the new kind.
 */
export type Source = number;

export function sourceOf(country: number, network: number, cityIndex: number, host: number, isNew = false): Source {
  return (country << 24) | (network << 20) | (cityIndex << 16) | host | (isNew ? newAddressBit : 0);
}

export const mayHaveNewAddress = (network: number): boolean => newAddressing.has(network);

const countryOf = (source: Source): number => (source >>> 24) & 15;
const cityOf = (source: Source): number => (source >>> 16) & 15;

/** Private-use numbers of autonomous systems: 64512 and more. */
export const autonomousSystemOf = (source: Source): number =>
  64_512 + countryOf(source) * networksPerCountry + ((source >>> 20) & 15);

/** Country, network and city as one number below 4,096. */
export const townKeyOf = (source: Source): number => (source >>> 16) & 0xfff;

export const addressLengthAtMost = 39;
const [dot, colon, zero] = [46, 58, 48];
const newPrefix = Buffer.from('2001:db8', 'latin1');

/**
 * Writes the address of a source and gives the place behind it: one of 240.0.0.0/4, which is reserved and belongs to nobody, because
 * the ranges for documentation are too small for a tenant; or of 2001:db8::/32, with the lower half drawn as devices do.
 */
export function writeAddress(out: Uint8Array, start: number, source: Source, interfaceBits: number): number {
  if ((source & newAddressBit) === 0) {
    let at = writeDecimal(out, start, 240 + countryOf(source));
    for (const shift of octetShifts) {
      out[at] = dot;
      at = writeDecimal(out, at + 1, (source >>> shift) & 255);
    }
    return at;
  }
  out.set(newPrefix, start);
  let at = start + newPrefix.length;
  const low = Math.imul(interfaceBits | 1, 0x9e3779b1);
  const high = Math.imul(interfaceBits ^ source, 0x85ebca6b);
  for (const part of [(source >>> 16) & 0xfff, source & 0xffff, high >>> 16, high & 0xffff, low >>> 16, low & 0xffff]) {
    out[at] = colon;
    at = writeHexadecimal(out, at + 1, part);
  }
  return at;
}

const octetShifts = [16, 8, 0] as const;

function writeDecimal(out: Uint8Array, start: number, value: number): number {
  let at = start;
  if (value >= 100) {
    out[at] = zero + Math.floor(value / 100);
    at += 1;
  }
  if (value >= 10) {
    out[at] = zero + (Math.floor(value / 10) % 10);
    at += 1;
  }
  out[at] = zero + (value % 10);
  return at + 1;
}

/** Without zeros in front. */
function writeHexadecimal(out: Uint8Array, start: number, value: number): number {
  let at = start;
  for (let shift = 12; shift >= 0; shift -= 4) {
    const digit = (value >>> shift) & 15;
    if (value >>> shift === 0 && shift > 0) continue;
    out[at] = digit < 10 ? zero + digit : 87 + digit;
    at += 1;
  }
  return at;
}

const scratch = Buffer.alloc(addressLengthAtMost);

/** @param interfaceBits chance for the lower half of an address of the new kind. */
function addressOf(source: Source, interfaceBits: number): string {
  const length = writeAddress(scratch, 0, source, interfaceBits);
  return scratch.toString('latin1', 0, length);
}

/** Town, state and country of a source. */
export function townOf(source: Source): City & { readonly countryOrRegion: string } {
  return towns[(countryOf(source) << 4) | cityOf(source)] ?? anyTown();
}

const towns: ((City & { readonly countryOrRegion: string }) | undefined)[] = [];
for (const [country, { code, cities }] of countries.entries())
  for (const [index, each] of cities.entries()) towns[(country << 4) | index] = { ...each, countryOrRegion: code };

function anyTown(): never {
  throw new RangeError('no such city');
}

export function placeOf(source: Source, interfaceBits = 0): Place {
  const { city: name, state, countryOrRegion, latitude, longitude } = townOf(source);
  return {
    ipAddress: addressOf(source, interfaceBits),
    autonomousSystemNumber: autonomousSystemOf(source),
    city: name,
    state,
    countryOrRegion,
    latitude,
    longitude,
  };
}
