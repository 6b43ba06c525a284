import { describe, expect, test } from 'vitest';
import { detect } from '../../src/case/detect.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import { sql } from '../../src/store/sql.ts';
import { openScratchCase } from '../contract/scratch-case.ts';

/** Nine accounts fail, two seconds apart, from one address; the tenth gets in. */
const accounts = ['ada', 'ben', 'cem', 'dia', 'eva', 'fay', 'gil', 'hua', 'ivo', 'jon'].map((name, index) => ({
  upn: `${name}@fabrikam.example`,
  number: `00000000-0000-4000-8000-00000000000${index}`,
  time: new Date(Date.UTC(2024, 2, 5, 9, 14, index * 2)).toISOString().slice(0, 19),
  hasFailed: index < 9,
}));

type Account = (typeof accounts)[number];

const unified = (account: Account, extra: Record<string, unknown>) => ({
  CreationTime: account.time,
  Id: `1f0c5a10-8a52-4a4e-9a41-${account.number.slice(-12)}`,
  Operation: account.hasFailed ? 'UserLoginFailed' : 'UserLoggedIn',
  RecordType: 15,
  Workload: 'AzureActiveDirectory',
  ClientIP: '203.0.113.77',
  UserId: account.upn,
  UserKey: account.number,
  ...extra,
});

const json = (record: (account: Account) => unknown): string => JSON.stringify(accounts.map(record));
const csv = (header: string, row: (account: Account) => string): string =>
  `${[header, ...accounts.map(row)].join('\n')}\n`;
const code = (account: Account): number => (account.hasFailed ? 50126 : 0);
const isNamed = (account: Account) => (account.hasFailed ? { UserId: 'Not Available', UserKey: 'Not Available' } : {});

const exports = {
  'unified audit log, the error by name only': json((a) =>
    unified(a, a.hasFailed ? { LogonError: 'InvalidUserNameOrPassword' } : {}),
  ),
  'unified audit log, no word about the error': json((a) => unified(a, {})),
  'unified audit log, accounts locked': json((a) => unified(a, a.hasFailed ? { LogonError: 'IdsLocked' } : {})),
  'unified audit log of years ago': json((a) =>
    unified(a, {
      ExtendedProperties: [{ Name: 'LoginError', Value: a.hasFailed ? '-2147217390;PP_E_BAD_PASSWORD' : '' }],
    }),
  ),
  'unified audit log, names among the actors': json((a) =>
    unified(a, {
      UserId: a.number,
      Actor: [
        { ID: a.number, Type: 0 },
        { ID: a.upn, Type: 5 },
      ],
    }),
  ),
  'unified audit log, failed accounts only as object': json((a) => unified(a, { ...isNamed(a), ObjectId: a.upn })),
  'unified audit log as a flat table': csv(
    'CreationTime,Operation,UserId,ClientIP,ResultStatus,Workload',
    (a) =>
      `${a.time.replace('T', ' ')},${a.hasFailed ? 'UserLoginFailed,' : 'UserLoggedIn,'}${a.upn},203.0.113.77,,AzureActiveDirectory`,
  ),
  'Log Analytics, four columns with the time of the record': csv(
    'CreatedDateTime,UserPrincipalName,IPAddress,ResultType',
    (a) => `${a.time.replace('T', ' ')},${a.upn},203.0.113.77,${code(a)}`,
  ),
  'Log Analytics, four columns with the local spelling of time': csv(
    '"TimeGenerated [UTC]",UserPrincipalName,IPAddress,ResultType',
    (a) => `"3/5/2024, 9:14:${a.time.slice(17)}.000 AM",${a.upn},203.0.113.77,${code(a)}`,
  ),
};

async function examined<Told>(
  text: string,
  tell: (store: Awaited<ReturnType<typeof openScratchCase>>['store']) => Promise<Told>,
) {
  const scratch = await openScratchCase();
  try {
    await scratch.write(text.startsWith('[') ? 'export.json' : 'export.csv', text);
    const { rejected } = await ingest(scratch.store, scratch.folder, [scratch.evidence]);
    expect(rejected).toBe(0);
    await detect(scratch.store);
    return await tell(scratch.store);
  } finally {
    await scratch.close();
  }
}

describe('a spray of ten attempts in an export that leaves much out', () => {
  test.each(Object.entries(exports))('%s: is told with all accounts and the one that fell', async (_, text) => {
    const sprays = await examined(text, (store) =>
      store.rows<{ principals: string[]; known: string[] }>(sql`
        select f.principals, c.known from finding f join campaign c on c.campaign = f.key where detection = 'password-spray'`),
    );
    expect(sprays).toEqual([{ principals: accounts.map(({ upn }) => upn), known: ['jon@fabrikam.example'] }]);
  });

  test.each([
    ['no account', 'account-missing', json((a) => unified(a, { ...isNamed(a), ObjectId: 'Not Available' }))],
    [
      'nothing but the account',
      'source-missing',
      csv('TimeGenerated,UserPrincipalName,ResultType', (a) => `${a.time},${a.upn},${code(a)}`),
    ],
  ])('what names %s is told as a gap', async (_, kind, text) => {
    const gaps = await examined(text, (store) =>
      store.rows<{ kind: string }>(sql`select kind from gap where kind like '%-missing' and kind <> 'log-missing'`),
    );
    expect(gaps).toEqual([{ kind }]);
  });
});

test('an account with one sign-in before falls to an address that just failed at nine others', async () => {
  const text = json((a) => ({
    id: `2f0c5a10-8a52-4a4e-9a41-${a.number.slice(-12)}`,
    createdDateTime: `${a.time}Z`,
    userPrincipalName: a.upn,
    userId: a.number,
    appId: '1b730954-1685-4b74-9bfd-dac224a7b894',
    ipAddress: '203.0.113.77',
    status: { errorCode: code(a) },
  }));
  const before = {
    id: '2f0c5a10-8a52-4a4e-9a41-0000000000aa',
    createdDateTime: '2024-02-20T09:00:00Z',
    userPrincipalName: 'jon@fabrikam.example',
    userId: accounts[9]?.number,
    appId: '1b730954-1685-4b74-9bfd-dac224a7b894',
    ipAddress: '192.0.2.9',
    status: { errorCode: 0 },
  };
  const records = JSON.parse(text) as unknown[];
  const fell = await examined(JSON.stringify([before, ...records]), (store) =>
    store.rows<{ principals: string[] }>(sql`select principals from finding where detection = 'guessed-password'`),
  );
  expect(fell).toEqual([{ principals: ['jon@fabrikam.example'] }]);
});
