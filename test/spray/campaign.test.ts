import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { analysisViews } from '../../src/analysis/attempt.ts';
import { measureSprays } from '../../src/analysis/spray/measure-sprays.ts';
import { detect } from '../../src/case/detect.ts';
import { sql } from '../../src/store/sql.ts';
import { openScratchCase, type ScratchCase } from '../contract/scratch-case.ts';
import { everyday, habitOf, people, randomFrom, signIn, spray } from './small-tenant.ts';

type Told = { campaign: string; kind: string; accounts: string[]; known: string[]; attempts: number };

let scratch: ScratchCase;
beforeAll(async () => {
  scratch = await openScratchCase();
  await read(everyday());
});
afterAll(() => scratch.close());

async function read(records: readonly object[]): Promise<number> {
  const lines = records.map((record) => `${JSON.stringify(record)}\n`).join('');
  const [loaded] = await scratch.load(await scratch.write('evidence.ndjson', lines));
  expect(loaded?.rejected).toBe(0);
  return loaded?.fileId ?? 0;
}

/** What is told of the everyday evidence with these records added, which are gone afterwards. */
async function toldWith<T>(
  records: readonly object[],
  look: (sprays: Told[], file: number) => T | Promise<T>,
): Promise<T> {
  const file = records.length === 0 ? 0 : await read(records);
  try {
    for (const view of analysisViews({})) await scratch.store.run(view);
    await measureSprays(scratch.store);
    return await look(
      await scratch.store.rows<Told>(sql`from campaign where kind = 'spray' order by first, campaign`),
      file,
    );
  } finally {
    await scratch.store.run(sql`delete from sign_in where file_id = ${file} and file_id > 1`);
    await scratch.store.run(sql`delete from activity`);
  }
}

/** Attempts of the file that its campaigns hold, and those of other files among them. */
async function membersOf(file: number): Promise<{ own: number; others: number }> {
  return scratch.store.row(sql`select count(*) filter (file_id = ${file}) as own, count(*) filter (file_id <> ${file}) as others
    from strange_attempt join campaign using (campaign) where kind = 'spray'`);
}

const victims = people.slice(0, 14);
const tool = 'python-requests/2.31';

describe('a tenant that nobody sprays', () => {
  test('has no spray, scanners as such, and a detection floor', async () => {
    await toldWith([], async (sprays) => {
      await detect(scratch.store);
      expect(sprays).toEqual([]);
      const findings = await scratch.store.rows(sql`
        select detection, principals, severity from finding
        where list_contains(['password-spray', 'password-scanning', 'guessed-password', 'account-under-slow-attack', 'spray-surge'], detection)`);
      expect(findings).toMatchObject([{ detection: 'password-scanning', severity: 'low' }]);
      const floors = await scratch.store.rows(sql`from detection_floor order by position`);
      expect(floors).toHaveLength(3);
      for (const { half, most, windowDays } of floors) {
        expect(half).toBeGreaterThan(0);
        expect(most).toBeGreaterThan(Number(half));
        expect(windowDays).toBeGreaterThan(0);
      }
    });
  });
});

describe('what looks like a spray and is none', () => {
  /** Leaked passwords and mistaken names, from anywhere, with old versions of the browsers that people have. */
  const random = randomFrom(11);
  const strays = spray('stray', { from: 1, until: 41, attempts: 240, accounts: people }, (attempt) => ({
    asn: 4000 + attempt,
    country: ['DE', 'FR', 'US'][Math.floor(random() * 3)] ?? '',
    agent: `Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${90 + Math.floor(random() * 24)}.0.0.0 Safari/537.36`,
  }));

  test('old versions of browsers that nobody here has any more', async () => {
    await toldWith(strays, (sprays) => {
      expect(sprays).toEqual([]);
    });
  });

  test('but one version that fails far more often than the others is one', async () => {
    const fixed = spray('fixed', { from: 20, until: 40, attempts: 60, accounts: people }, () => ({
      agent:
        'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/97.0.0.0 Safari/537.36',
    }));
    await toldWith([...strays, ...fixed], async (sprays, file) => {
      expect(sprays).toHaveLength(1);
      expect((await membersOf(file)).own).toBeGreaterThan(fixed.length / 2);
    });
  });

  test('phones of several people that go on with an old password, at home and on the way', async () => {
    const phones = people.slice(20, 24).flatMap((user, person) =>
      Array.from({ length: 120 }, (_, attempt) => {
        const isAtHome = attempt % 2 === 0;
        const { ip, asn } = isAtHome
          ? habitOf(20 + person).home
          : { ip: `172.20.${attempt}.${person}`, asn: 5000 + person };
        const phone = { agent: `Phone${person}/1.0`, app: 'mail', protocol: 'ropc' };
        return signIn(`phone-${person}-${attempt}`, { day: 20 + person + attempt / 24, user, ip, asn, ...phone });
      }),
    );
    await toldWith(phones, async (sprays) => {
      expect(sprays).toEqual([]);
      expect(await scratch.store.rows(sql`select principal from account_run`)).toEqual([]);
    });
  });
});

describe('a spray', () => {
  test('with one client and an address for each guess is told with the account that fell', async () => {
    const guesses = spray('slow', { from: 20, until: 30, attempts: 28, accounts: victims }, () => ({
      agent: tool,
      protocol: 'ropc',
    }));
    const fall = signIn('slow-fall', {
      day: 30.2,
      user: victims[3] ?? '',
      code: 50076,
      ip: '203.0.113.200',
      asn: 3333,
      agent: tool,
      protocol: 'ropc',
    });
    await toldWith([...guesses, fall], async (sprays, file) => {
      expect(sprays).toMatchObject([{ accounts: victims.toSorted(), known: [victims[3]], attempts: 29 }]);
      expect(await membersOf(file)).toEqual({ own: 29, others: 0 });
      const [reason] = await scratch.store.rows<{ why: string }>(
        sql`select why from campaign_reason where key in (select campaign from campaign where kind = 'spray')`,
      );
      expect(reason?.why).toContain('28 wrong guesses at 14 accounts from 29 addresses');
      expect(reason?.why).toContain(victims[3]);
      const opened = await scratch.store.rows(sql`select principal, outcome from opened join judged using (id)`);
      expect(opened).toEqual([{ principal: victims[3], outcome: 'known' }]);
    });
  });

  test('that rotates agents and addresses, a few of each, is one', async () => {
    const rotating = spray('rotating', { from: 10, until: 14, attempts: 60, accounts: victims }, (attempt) => ({
      ip: `203.0.113.${attempt % 4}`,
      asn: 3000,
      agent: `Tool${'ABC'[attempt % 3]}`,
      protocol: 'ropc',
    }));
    await toldWith(rotating, async (sprays, file) => {
      expect(sprays).toHaveLength(1);
      expect(await membersOf(file)).toEqual({ own: 60, others: 0 });
    });
  });

  test('and another of another tool are two', async () => {
    const one = spray('one', { from: 10, until: 20, attempts: 40, accounts: victims }, () => ({
      agent: tool,
      protocol: 'ropc',
    }));
    const other = spray('other', { from: 12, until: 22, attempts: 40, accounts: people.slice(30, 50) }, (attempt) => ({
      ip: `198.18.${attempt}.1`,
      agent: 'Fetch/9',
      app: 'shell',
      protocol: 'deviceCode',
    }));
    await toldWith([...one, ...other], (sprays) => {
      expect(sprays.map(({ accounts }) => accounts)).toEqual([victims.toSorted(), people.slice(30, 50).toSorted()]);
    });
  });

  test('that copies clients and places of the tenant shows by its number', async () => {
    const random = randomFrom(3);
    const copied = spray('copied', { from: 20, until: 41, attempts: 126, accounts: people }, () => {
      const { home, agent } = habitOf(Math.floor(random() * people.length));
      return { asn: random() < 0.5 ? home.asn : 2000 + Math.floor(random() * 300), agent };
    });
    await toldWith(copied, async (sprays, file) => {
      expect(sprays).toHaveLength(1);
      expect((await membersOf(file)).own).toBeGreaterThan(copied.length / 3);
      const [campaign] = await scratch.store.rows<{ observed: number; expected: number; score: number }>(
        sql`from campaign where kind = 'spray'`,
      );
      expect(campaign?.observed).toBeGreaterThan(2 * Number(campaign?.expected));
    });
  });

  test('at three accounts, once in two days each, shows by the accounts', async () => {
    const few = people.slice(60, 63);
    const guesses = spray('few', { from: 15, until: 35, attempts: 30, accounts: few }, (attempt) => ({
      agent: `Mozilla/5.0 Changing${'abcdefghijklmnopqrstuvwxyzABCD'[attempt]}`,
      country: 'BR',
    }));
    await toldWith(guesses, async (sprays) => {
      expect(sprays).toMatchObject([{ accounts: few.toSorted() }]);
      const runs = await scratch.store.rows(sql`select distinct principal from account_run order by principal`);
      expect(runs.map(({ principal }) => principal)).toEqual(few.toSorted());
    });
  });

  test('does not hide behind the success of its own that follows', async () => {
    const guesses = spray('lasting', { from: 10, until: 15, attempts: 20, accounts: victims }, () => ({
      agent: tool,
      asn: 3500,
    }));
    const inside = Array.from({ length: 40 }, (_, index) =>
      signIn(`lasting-in-${index}`, {
        day: 15.2 + index * 0.5,
        user: victims[0] ?? '',
        code: 0,
        ip: `203.0.200.${index}`,
        asn: 3500,
        agent: tool,
      }),
    );
    await toldWith([...guesses, ...inside], (sprays) => {
      expect(sprays).toMatchObject([{ accounts: victims.toSorted(), known: [victims[0]] }]);
    });
  });
});

test('an attempt in the sign-in log and the unified audit log counts once', async () => {
  const guesses = spray('twice', { from: 20, until: 24, attempts: 20, accounts: victims }, () => ({ agent: tool }));
  const audited = guesses.map((guess, index) => {
    const { createdDateTime, userPrincipalName, ipAddress } = guess as Record<string, string>;
    return {
      CreationTime: createdDateTime?.slice(0, 19),
      Id: `audit-${index}`,
      Operation: 'UserLoginFailed',
      OrganizationId: 'frostline',
      RecordType: 15,
      Workload: 'AzureActiveDirectory',
      UserId: userPrincipalName,
      UserType: 0,
      ClientIP: ipAddress,
      ErrorNumber: '50126',
      ExtendedProperties: [{ Name: 'UserAgent', Value: tool }],
    };
  });
  await toldWith(
    [...guesses, ...audited.slice(0, 19), { ...audited[19], CreationTime: '2024-02-12T03:00:00' }],
    async (sprays) => {
      // The last one is told by the audit log at another time: it is an attempt of its own.
      expect(sprays).toMatchObject([{ attempts: 21 }]);
    },
  );
});

test('a case without sign-ins has empty tables', async () => {
  const empty = await openScratchCase();
  try {
    for (const view of analysisViews({})) await empty.store.run(view);
    await measureSprays(empty.store);
    for (const table of ['campaign', 'spray_day', 'spray_week', 'strange_attempt', 'opened', 'account_run'] as const) {
      const { count } = await empty.store.row<{ count: number }>(
        sql`select count(*) as count from query_table(${table})`,
      );
      expect({ table, count }).toEqual({ table, count: 0 });
    }
    const floors = await empty.store.rows(sql`select distinct half, most from detection_floor`);
    expect(floors).toEqual([{ half: null, most: null }]);
  } finally {
    await empty.close();
  }
});
