import { Draw, mixAll } from './draw.ts';
import type { FamilyName } from './client.ts';
import { familyOf } from './client.ts';
import type { Source } from './network.ts';
import { countries, homeShares, hosts, mayHaveNewAddress, networkKinds, sourceOf } from './network.ts';

export type PersonKind = 'employee' | 'executive' | 'admin' | 'service' | 'dormant' | 'test';

/** How somebody lives and works, as far as sign-ins show it: numbers only, always the same for the same tenant and index. */
export interface Nature {
  readonly index: number;
  readonly kind: PersonKind;
  readonly country: number;
  readonly city: number;
  /** Index of the office where they work; -1 of those who never go to one. */
  readonly office: number;
  readonly hasMfa: boolean;
  readonly homeNetwork: number;
  readonly hasNewAddress: boolean;
  /** Days until the provider gives another address. */
  readonly leaseDays: number;
  readonly mobileNetwork: number;
  /** Families of clients; -1 without such a machine. */
  readonly computerBrowser: number;
  readonly computerOffice: number;
  readonly secondBrowser: number;
  readonly phoneBrowser: number;
  readonly phoneMail: number;
  /** Days that they let an update wait. */
  readonly daysLate: number;
  /** Local hour at which their day begins. */
  readonly startHour: number;
  readonly usesVpn: boolean;
  /** Times as many mistyped passwords as usual; few people have most of them. */
  readonly clumsiness: number;
  /** Times as many sign-ins as usual. */
  readonly liveliness: number;
  readonly travels: boolean;
  /** Whether the phone goes on with the old password after a change, as mail programs that are no browsers do. */
  readonly phoneForgets: boolean;
}

export interface Offices {
  readonly countries: readonly number[];
  /** Of each country, in the same order: the share of the people. */
  readonly shares: readonly number[];
  /** One source each, in the same order as the cities they stand in. */
  readonly offices: readonly Office[];
  /** By number of a country, the offices in it. */
  readonly byCountry: ReadonlyMap<number, readonly Office[]>;
}

interface Office {
  /** Index in the list of all. */
  readonly index: number;
  readonly country: number;
  readonly city: number;
  readonly source: Source;
}

/** Whom the tenant consists of: how many of each kind, one kind after the other. */
export function kindRanges(users: number): readonly { kind: PersonKind; first: number; count: number }[] {
  const part = (share: number, least: number, most: number) =>
    Math.min(most, Math.max(least, Math.round(users * share)));
  const counts: [PersonKind, number][] = [
    ['executive', part(0.006, 3, 40)],
    ['admin', part(0.01, 2, 60)],
    ['service', part(0.012, 2, 150)],
    ['test', part(0.003, 1, 30)],
    ['dormant', part(0.02, 1, 4_000)],
  ];
  let first = 0;
  const ranges = counts.map(([kind, count]) => {
    first += count;
    return { kind, first: first - count, count };
  });
  return [...ranges, { kind: 'employee', first, count: Math.max(0, users - first) }];
}

const computers: readonly [weight: number, browser: FamilyName, office: FamilyName][] = [
  [46, 'windowsEdge', 'windowsOffice'],
  [22, 'windowsChrome', 'windowsOffice'],
  [5, 'windowsFirefox', 'windowsOffice'],
  [10, 'windowsEdge', 'windowsTeams'],
  [7, 'macSafari', 'macOffice'],
  [6, 'macChrome', 'macOffice'],
  [2, 'macEdge', 'macOffice'],
  [1.5, 'linuxChrome', 'linuxChrome'],
  [0.5, 'linuxFirefox', 'linuxFirefox'],
];

const phones: readonly [weight: number, browser: FamilyName, mail: FamilyName][] = [
  [34, 'iPhoneSafari', 'iPhoneOutlook'],
  [18, 'iPhoneSafari', 'iPhoneMail'],
  [30, 'androidChrome', 'androidOutlook'],
  [12, 'androidChrome', 'androidMail'],
  [6, 'iPadSafari', 'iPhoneOutlook'],
];

const computerWeights = computers.map(([weight]) => weight);
const phoneWeights = phones.map(([weight]) => weight);

const mfaShare: Readonly<Record<PersonKind, number>> = {
  employee: 0.96,
  executive: 0.93,
  admin: 1,
  service: 0,
  dormant: 0.45,
  test: 0.3,
};

/** Drawn in a fixed order: what is added must be drawn last, or everybody changes. */
export function natureOf(seed: number, index: number, kind: PersonKind, offices: Offices): Nature {
  const draw = new Draw().restart(mixAll(seed, index, 0x706572));
  const where = draw.weighted(offices.shares);
  const country = offices.countries[where] ?? 0;
  const near = offices.byCountry.get(country) ?? [];
  const nearest = near[draw.below(near.length)];
  const isRemote = draw.chance(0.12) || nearest === undefined;
  const cities = countries[country]?.cities.length ?? 1;
  const otherCity = draw.below(cities);
  const homeNetwork = networkKinds.home[draw.weighted(homeShares)] ?? 0;
  const hasNewAddress = draw.chance(0.5) && mayHaveNewAddress(homeNetwork);
  const leaseDays = draw.chance(0.15) ? 1 : 15 + draw.below(90);
  const mobileNetwork = networkKinds.mobile[draw.chance(0.6) ? 0 : 1] ?? 6;
  const [, computerBrowser, computerOffice] = computers[draw.weighted(computerWeights)] ?? computers[0] ?? noMachine();
  const [, secondBrowser] = computers[draw.weighted(computerWeights)] ?? computers[0] ?? noMachine();
  const hasSecond = draw.chance(0.18);
  const [, phoneBrowser, phoneMail] = phones[draw.weighted(phoneWeights)] ?? phones[0] ?? noMachine();
  const hasPhone = draw.chance(0.82);
  const isPerson = kind !== 'service' && kind !== 'test';
  return {
    index,
    kind,
    country,
    city: isRemote || nearest === undefined ? otherCity : nearest.city,
    office: isRemote || nearest === undefined ? -1 : nearest.index,
    homeNetwork,
    hasNewAddress,
    leaseDays,
    mobileNetwork,
    computerBrowser: familyOf(computerBrowser),
    computerOffice: familyOf(computerOffice),
    secondBrowser: isPerson && hasSecond ? familyOf(secondBrowser) : -1,
    phoneBrowser: isPerson && hasPhone ? familyOf(phoneBrowser) : -1,
    phoneMail: isPerson && hasPhone ? familyOf(phoneMail) : -1,
    daysLate: draw.below(18),
    startHour: 7 + draw.next() * 2.5,
    usesVpn: draw.chance(0.2),
    clumsiness: draw.factor(1.6),
    liveliness: draw.factor(0.5),
    travels: draw.chance(kind === 'executive' ? 0.8 : 0.25),
    phoneForgets: draw.chance(0.12),
    hasMfa: draw.chance(mfaShare[kind]),
  };
}

function noMachine(): never {
  throw new RangeError('no machine to pick');
}

/** The line at home on a day (since 1970). */
export function homeOn(seed: number, nature: Nature, day: number): Source {
  const turn = Math.floor((day + (mixAll(seed, nature.index, 1) % nature.leaseDays)) / nature.leaseDays);
  const host = hosts.people.first + (mixAll(seed, nature.index, 2, turn) % hosts.people.count);
  return sourceOf(nature.country, nature.homeNetwork, nature.city, host, nature.hasNewAddress);
}
