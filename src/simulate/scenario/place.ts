import type { Random } from '../random.ts';

/** Where traffic comes from: an address of the ranges for documentation, its network's number and a town. */
export interface Place {
  readonly ipAddress: string;
  readonly autonomousSystemNumber: number;
  readonly city: string;
  readonly state: string;
  readonly countryOrRegion: string;
  readonly latitude: number;
  readonly longitude: number;
}

const calgary = { city: 'Calgary', state: 'Alberta', countryOrRegion: 'CA', latitude: 51.05, longitude: -114.06 };
const toronto = { city: 'Toronto', state: 'Ontario', countryOrRegion: 'CA', latitude: 43.65, longitude: -79.38 };

export const calgaryOffice: Place = { ipAddress: '192.0.2.10', autonomousSystemNumber: 64496, ...calgary };
export const torontoOffice: Place = { ipAddress: '192.0.2.20', autonomousSystemNumber: 64496, ...toronto };
/** Where the backup service runs. */
export const dataCentre: Place = { ipAddress: '192.0.2.200', autonomousSystemNumber: 64497, ...toronto };

/** The home of the account with this number; always the same. */
export function homeOf(number: number): Place {
  return {
    ...(number % 3 === 0 ? toronto : calgary),
    ipAddress: `198.51.100.${10 + number}`,
    autonomousSystemNumber: 64498 + (number % 3),
  };
}

const towns = [
  { city: 'Columbus', state: 'Ohio', countryOrRegion: 'US', latitude: 39.96, longitude: -83 },
  { city: 'Tampa', state: 'Florida', countryOrRegion: 'US', latitude: 27.95, longitude: -82.46 },
  { city: 'Leeds', state: 'England', countryOrRegion: 'GB', latitude: 53.8, longitude: -1.55 },
  { city: 'Winnipeg', state: 'Manitoba', countryOrRegion: 'CA', latitude: 49.9, longitude: -97.14 },
  { city: 'Edmonton', state: 'Alberta', countryOrRegion: 'CA', latitude: 53.55, longitude: -113.49 },
  { city: 'Lyon', state: 'Rhone', countryOrRegion: 'FR', latitude: 45.76, longitude: 4.84 },
] as const;

/** Homes that the attacker's traffic leaves from; each address is given out once. */
export function residentialProxies(random: Random): () => Place {
  let used = 0;
  return () => {
    used += 1;
    // The step is coprime to the size of the range, so that neighbours in time are no neighbours in address.
    const ipAddress = `203.0.113.${((used * 89) % 251) + 2}`;
    return { ...random.pick(towns), ipAddress, autonomousSystemNumber: 65536 + random.integer(0, 15) };
  };
}
