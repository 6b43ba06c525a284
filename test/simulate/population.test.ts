import { describe, expect, test } from 'vitest';
import { populate } from '../../src/simulate/population/population.ts';
import { keyIdOn } from '../../src/simulate/population/workload.ts';
import { Random } from '../../src/simulate/random.ts';

const population = populate({ users: 7_000, seed: 'people' });
const everybody = Array.from({ length: population.users }, (_, index) => population.person(index));

describe('people', () => {
  test('differ in everything that identifies them', () => {
    for (const property of ['id', 'userPrincipalName', 'displayName', 'deviceId', 'mailboxGuid'] as const)
      expect(new Set(everybody.map((person) => person[property])).size).toBe(population.users);
  });

  test('have ids and names as Entra has them', () => {
    for (const { id, userPrincipalName } of everybody) {
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(userPrincipalName).toMatch(/^[a-z]+(\.[a-z]+)*\d*@frostline\.example$/);
    }
  });

  test('are the same when asked again, whomever one asked for in between', () => {
    const again = populate({ users: 7_000, seed: 'people' });
    for (const index of [6_999, 3, 6_999, 3_500]) expect(again.person(index)).toEqual(everybody[index]);
    expect(populate({ users: 7_000, seed: 'others' }).person(3)).not.toEqual(everybody[3]);
  });

  test('are of the kind under which they are listed', () => {
    for (const kind of ['admin', 'executive', 'dormant', 'service', 'test'] as const) {
      const listed =
        kind === 'admin' ? population.admins : kind === 'executive' ? population.executives : population[kind];
      expect(listed.length).toBeGreaterThan(0);
      expect(everybody.filter((person) => person.kind === kind).map(({ index }) => index)).toEqual(listed);
    }
    expect(population.withoutMfa).toEqual(everybody.filter(({ hasMfa }) => !hasMfa).map(({ index }) => index));
  });

  test('live in addresses that belong to nobody in reality', () => {
    const addresses = everybody.flatMap(({ home, office }) => [home.ipAddress, office.ipAddress]);
    const reserved = /^(?:24\d|25[0-5])\.(?:\d{1,3}\.){2}\d{1,3}$|^2001:db8:/;
    expect(addresses.filter((address) => !reserved.test(address))).toEqual([]);
    expect(addresses.some((address) => address.includes(':'))).toBe(true);
  });

  test('are at least twenty', () => {
    expect(() => populate({ users: 19, seed: 'few' })).toThrow(RangeError);
    const smallest = populate({ users: 20, seed: 'few' });
    expect(smallest.person(19).kind).toBe('employee');
    expect(() => smallest.person(20)).toThrow(RangeError);
  });
});

describe('strangers', () => {
  const random = new Random('strangers');

  test('have addresses that nobody of the tenant has', () => {
    const known = new Set(everybody.flatMap(({ home, office }) => [home.ipAddress, office.ipAddress]));
    const strange = everybody.slice(0, 500).map((person) => population.homeLike(random, person).ipAddress);
    const proxies = Array.from({ length: 500 }, () => population.proxy(random).ipAddress);
    expect([...strange, ...proxies].filter((address) => known.has(address))).toEqual([]);
    expect(new Set(proxies).size).toBeGreaterThan(490);
  });

  test('who are near look like people of the same country', () => {
    const countries = new Map<string, Set<number>>();
    for (const { home } of everybody)
      countries.set(
        home.countryOrRegion,
        (countries.get(home.countryOrRegion) ?? new Set()).add(home.autonomousSystemNumber),
      );
    for (const person of everybody.slice(0, 500)) {
      const place = population.homeLike(random, person);
      expect(place.countryOrRegion).toBe(person.home.countryOrRegion);
      expect(countries.get(place.countryOrRegion)).toContain(place.autonomousSystemNumber);
    }
    const abroad = Array.from({ length: 200 }, () => population.proxy(random).countryOrRegion);
    expect(new Set(abroad).size).toBeGreaterThan(8);
  });

  test('can have the browser of many, in its version of the day', () => {
    const agents = new Set(everybody.map(({ userAgent }) => userAgent));
    expect(agents).toContain(population.commonClient(random, '2024-01-08').userAgent);
    const later = Array.from({ length: 50 }, () => population.commonClient(random, '2025-01-08').userAgent);
    expect(later.filter((agent) => agents.has(agent))).toEqual([]);
  });
});

test('applications change their secrets', () => {
  for (const workload of population.workloads) {
    const keys = Array.from({ length: 3 * workload.secretDays }, (_, day) => keyIdOn(workload, 19_700 + day));
    expect(new Set(keys).size).toBeGreaterThanOrEqual(3);
    expect(new Set(keys).size).toBeLessThanOrEqual(4);
  }
});
