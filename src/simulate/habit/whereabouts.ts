import { Draw, mixAll } from '../population/draw.ts';
import type { Source } from '../population/network.ts';
import { countries, hosts, mayHaveNewAddress, networkKinds, sourceOf } from '../population/network.ts';
import type { Nature } from '../population/person.ts';
import { homeOn } from '../population/person.ts';
import type { Population } from '../population/population.ts';
import { rates } from './rate.ts';

const journeyPeriod = 28;

/** Where somebody is on one day, as sources of traffic. */
export interface Whereabouts {
  /** Of the computer during working hours, and of everything else at rest. */
  readonly work: Source;
  readonly rest: Source;
  readonly country: number;
  readonly city: number;
  readonly mobileNetwork: number;
  readonly isAtOffice: boolean;
  readonly isTravelling: boolean;
}

/** @param draw chance of this person and day. */
export function whereaboutsOf(
  population: Population,
  nature: Nature,
  day: number,
  draw: Draw,
  isOff: boolean,
): Whereabouts {
  const seed = population.seedNumber;
  const home = homeOn(seed, nature, day);
  const isAtOffice = draw.chance(rates.atOffice);
  const withVpn = draw.chance(rates.withVpn);
  const isElsewhere = draw.chance(rates.elsewherePerDay);
  const journey = nature.travels ? journeyOn(seed, nature, day) : undefined;
  if (journey !== undefined) {
    const { country, city, mobileNetwork } = journey;
    const hotel = guestSource(country, city, mixAll(seed, nature.index, journey.number));
    const work = nature.usesVpn && withVpn ? vpnGateway(population, nature) : hotel;
    return { work, rest: hotel, country, city, mobileNetwork, isAtOffice: false, isTravelling: true };
  }
  if (isElsewhere) return stay(nature, strangeSource(nature, draw), home, false);
  const office = population.offices.offices[nature.office];
  if (!isOff && isAtOffice && office !== undefined) return stay(nature, office.source, home, true);
  const work = nature.usesVpn && withVpn ? vpnGateway(population, nature) : home;
  return stay(nature, work, home, false);
}

/** In one's own town. Spelt out, because spreading an object costs as much as all else that somebody does in a day. */
function stay({ country, city, mobileNetwork }: Nature, work: Source, rest: Source, isAtOffice: boolean): Whereabouts {
  return { work, rest, country, city, mobileNetwork, isAtOffice, isTravelling: false };
}

/** The carrier gives an address of a small pool to everybody, another one each time. */
export function carrierSource({ country, city, mobileNetwork }: Whereabouts, draw: Draw): Source {
  const host = hosts.shared.first + draw.below(64);
  return sourceOf(country, mobileNetwork, city, host, mayHaveNewAddress(mobileNetwork) && draw.chance(0.5));
}

/** Any line of the country that is not one's own: of a café, a train, a friend. */
export function strangeSource(nature: Nature, draw: Draw): Source {
  const kinds = [...networkKinds.home, ...networkKinds.mobile, ...networkKinds.guest];
  const network = kinds[draw.below(kinds.length)] ?? 0;
  const city = draw.chance(0.6) ? nature.city : draw.below(countries[nature.country]?.cities.length ?? 1);
  return sourceOf(nature.country, network, city, hosts.people.first + draw.below(hosts.people.count));
}

function guestSource(country: number, city: number, chance: number): Source {
  const [guest] = networkKinds.guest;
  return sourceOf(country, guest, city, hosts.people.first + (chance % hosts.people.count));
}

/** One of the two gateways of the country's VPN service, or of the tenant's first country. */
function vpnGateway(population: Population, nature: Nature): Source {
  const [vpn] = networkKinds.vpn;
  return sourceOf(population.offices.countries[0] ?? 0, vpn, 0, hosts.shared.first + (nature.index & 1));
}

function journeyOn(seed: number, nature: Nature, day: number) {
  const shifted = day + (mixAll(seed, nature.index, 8) % journeyPeriod);
  const number = Math.floor(shifted / journeyPeriod);
  const draw = new Draw().restart(mixAll(seed, nature.index, 9, number));
  const within = shifted % journeyPeriod;
  const length = 2 + draw.below(4);
  const start = draw.below(journeyPeriod - length);
  if (!draw.chance(rates.journeyPerPeriod) || within < start || within >= start + length) return undefined;
  const country = draw.chance(rates.journeyAbroad) ? draw.below(countries.length) : nature.country;
  const city = draw.below(countries[country]?.cities.length ?? 1);
  return { number, country, city, mobileNetwork: networkKinds.mobile[draw.below(2)] ?? 6 };
}
