/** A tenant of eighty people with habits, as sign-ins of Graph; seeded, so that every run reads the same. */

export const people = Array.from({ length: 80 }, (_, index) => `person${index}@frostline.example`);

const firstDay = Date.UTC(2024, 0, 8);

/** Days of the evidence. */
const days = 42;

const agents = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36 Edg/120.0.0.0',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.1 Safari/605.1.15',
];
const applications = ['outlook', 'teams', 'portal'];

export function randomFrom(seed: number): () => number {
  let state = seed * 2654435761 + 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

export interface Attempt {
  /** Days since the beginning of the evidence, with a fraction. */
  readonly day: number;
  readonly user: string;
  readonly code?: number;
  readonly ip: string;
  readonly asn: number;
  readonly country?: string;
  readonly agent?: string;
  readonly app?: string;
  readonly protocol?: string;
}

/** An attempt as a record of Graph. */
export function signIn(
  id: string,
  {
    day,
    user,
    code = 50126,
    ip,
    asn,
    country = 'NO',
    agent = agents[0] ?? '',
    app = 'outlook',
    protocol = 'none',
  }: Attempt,
) {
  return {
    id,
    createdDateTime: new Date(firstDay + day * 86_400_000).toISOString(),
    userPrincipalName: user,
    userId: `id of ${user}`,
    appId: app,
    ipAddress: ip,
    userAgent: agent,
    clientAppUsed: 'Browser',
    authenticationProtocol: protocol,
    autonomousSystemNumber: asn,
    isInteractive: true,
    correlationId: `correlation ${id}`,
    location: { countryOrRegion: country },
    status: { errorCode: code },
  };
}

/** What a person comes with: home, office and agent stay the same. */
export function habitOf(index: number) {
  return {
    home: { ip: `10.${index % 7}.${index}.4`, asn: 100 + (index % 7) },
    office: { ip: '10.99.0.1', asn: 500 },
    agent: agents[index % agents.length] ?? '',
  };
}

/** Everyday sign-ins and mistakes; of a person's mistakes in a foreign place, one in three is never explained. */
export function everyday(): object[] {
  const random = randomFrom(7);
  const records: object[] = [];
  const add = (attempt: Attempt) => records.push(signIn(`daily-${records.length}`, attempt));
  for (let day = 0; day < days; day += 1) {
    const isWeekend = day % 7 > 4;
    for (const [index, user] of people.entries()) {
      const { home, office, agent } = habitOf(index);
      for (let turn = 0; turn < (isWeekend ? 1 : 3); turn += 1) {
        const place = isWeekend || random() < 0.4 ? home : office;
        const at = day + 0.3 + random() * 0.4;
        const app = applications[Math.floor(random() * applications.length)] ?? '';
        if (random() < 0.03) add({ day: at - 0.001, user, ...place, agent, app });
        add({ day: at, user, code: 0, ...place, agent, app });
      }
      if (random() < 0.02) {
        const hotel = {
          ip: `172.16.${Math.floor(random() * 200)}.9`,
          asn: 900 + Math.floor(random() * 60),
          country: 'DE',
        };
        add({ day: day + 0.8, user, ...hotel, agent });
        if (random() < 0.67) add({ day: day + 0.801, user, code: 0, ...hotel, agent });
      }
    }
    for (let scan = 0; scan < 6; scan += 1) {
      add({
        day: day + random(),
        user: `nobody${Math.floor(random() * 40)}@frostline.example`,
        code: 50034,
        ip: `192.0.2.${scan}`,
        asn: 7000,
        country: 'ZZ',
        agent: 'CBAInPROD',
        protocol: 'ropc',
      });
    }
  }
  return records;
}

/** Guesses of a spray, each from an address of its own, spread evenly over the days; `with` overrides what they come with. */
export function spray(
  name: string,
  { from, until, attempts, accounts }: { from: number; until: number; attempts: number; accounts: readonly string[] },
  source: (attempt: number, user: string) => Partial<Attempt> = () => ({}),
): object[] {
  return Array.from({ length: attempts }, (_, attempt) => {
    const user = accounts[attempt % accounts.length] ?? '';
    const asn = 3000 + (attempt % 97);
    const ip = `203.0.${attempt % 250}.${Math.floor(attempt / 250)}`;
    return signIn(`${name}-${attempt}`, {
      day: from + ((until - from) * attempt) / attempts,
      user,
      ip,
      asn,
      ...source(attempt, user),
    });
  });
}
