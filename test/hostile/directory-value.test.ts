import { afterAll, beforeAll, expect, test } from 'vitest';
import { ingest } from '../../src/ingest/ingest.ts';
import { readUnread } from '../../src/report/read/unread.ts';
import { sql } from '../../src/store/sql.ts';
import { openScratchCase, type ScratchCase } from '../contract/scratch-case.ts';
import { lines } from '../support/evidence.ts';

const user = (id: string, more: object = {}): object => ({
  id,
  userPrincipalName: `${id}@frostline.example`,
  displayName: id,
  accountEnabled: true,
  ...more,
});

let scratch: ScratchCase;
beforeAll(async () => {
  scratch = await openScratchCase();
});
afterAll(() => scratch.close());

test('values of a wrong type are told: the record is kept, what is empty or missing is none of them', async () => {
  const users = [
    user('u1', { createdDateTime: '2024-01-10T06:41:07Z' }),
    user('u2', { accountEnabled: 'perhaps', createdDateTime: ['2024-01-10T06:41:07Z'] }),
    user('u3', { accountEnabled: { value: true }, onPremisesSyncEnabled: [] }),
    user('u4', { accountEnabled: null, createdDateTime: '', signInActivity: { lastSignInDateTime: 'yesterday' } }),
    user('u5', { accountEnabled: 'False', createdDateTime: '/Date(1613679244000)/', onPremisesSyncEnabled: '' }),
  ];
  const application = {
    id: 'o1',
    appId: 'app1',
    displayName: 'Backup',
    signInAudience: 'AzureADMyOrg',
    passwordCredentials: [
      { keyId: 'k1', endDateTime: '2299-01-01T00:00:00Z' },
      { keyId: 'k2', endDateTime: 'soon' },
    ],
  };
  await scratch.write('applications.json', lines([application]));
  await scratch.write('users.json', lines(users));
  const told: object[] = [];
  const outcome = await ingest(scratch.store, scratch.folder, [scratch.evidence], {
    onFile: ({ unread }) => told.push(...unread),
  });
  expect(outcome).toMatchObject({ records: 6, rejected: 0, unread: 6 });
  expect(told).toEqual([
    { column: 'endDateTime', values: 1 },
    { column: 'accountEnabled', values: 2 },
    { column: 'createdDateTime', values: 1 },
    { column: 'lastSignIn', values: 1 },
    { column: 'onPremisesSyncEnabled', values: 1 },
  ]);
  expect(await readUnread(scratch.store)).toEqual([
    {
      file: expect.stringMatching(/applications\.json$/),
      columns: [{ column: 'endDateTime', values: 1, firstRecord: 1 }],
    },
    {
      file: expect.stringMatching(/users\.json$/),
      columns: [
        { column: 'accountEnabled', values: 2, firstRecord: 2 },
        { column: 'createdDateTime', values: 1, firstRecord: 2 },
        { column: 'lastSignIn', values: 1, firstRecord: 4 },
        { column: 'onPremisesSyncEnabled', values: 1, firstRecord: 3 },
      ],
    },
  ]);
  const enabled = await scratch.store.rows(sql`select accountEnabled as enabled from directory_user order by id`);
  expect(enabled.map((row) => row['enabled'])).toEqual([true, null, null, null, false]);
});
