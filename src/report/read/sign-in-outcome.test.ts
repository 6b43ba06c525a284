import { expect, test } from 'vitest';
import { sql } from '../../store/sql.ts';
import { openEmptyCase } from '../fixture/case-fixture.ts';
import { readSignInDays } from './sign-in-outcome.ts';

test('tells outcomes by error code, in sign-in logs and the unified audit log', async () => {
  const { store, close } = await openEmptyCase();
  await store.run(sql`
    insert into sign_in by name
    select timestamp '2024-01-12 23:59:59' as time, code as errorCode
    from (values (0), (50126), (50034), (50053), (50076), (53003), (16000), (null)) t(code)`);
  await store.run(sql`
    insert into activity by name select * from (values
      (timestamp '2024-01-13 00:00:00', 'UserLoggedIn', null), (timestamp '2024-01-13 00:00:00', 'UserLoginFailed', 50126),
      (timestamp '2024-01-13 00:00:00', 'UserLoginFailed', null), (timestamp '2024-01-13 00:00:00', 'Add user', 50126)
    ) t(time, operation, errorCode)`);
  const days = await readSignInDays(store);
  await close();
  expect(days).toEqual([
    { day: '2024-01-12', success: 1, 'wrong-password': 2, locked: 1, stopped: 2, other: 2 },
    { day: '2024-01-13', success: 1, 'wrong-password': 1, locked: 0, stopped: 0, other: 1 },
  ]);
});
