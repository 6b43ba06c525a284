import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { detect } from '../src/case/detect.ts';
import { readFindings } from '../src/report/read/finding.ts';
import { openScratchCase, type ScratchCase } from './contract/scratch-case.ts';

let scratch: ScratchCase;
beforeAll(async () => {
  scratch = await openScratchCase();
});
afterAll(() => scratch.close());

/** Each user leaves a second factor unanswered, which is a low finding for each of them. */
const unanswered = (users: number, name: string) =>
  Array.from({ length: users }, (_, index) =>
    JSON.stringify({
      id: `${name}-${index}`,
      createdDateTime: new Date(Date.UTC(2024, 0, 8, 9, index)).toISOString(),
      userPrincipalName: `${name}${index}@frostline.example`,
      userId: `id-${name}-${index}`,
      appId: '1b730954-1685-4b74-9bfd-dac224a7b894',
      ipAddress: '203.0.113.7',
      isInteractive: true,
      status: { errorCode: 500121, failureReason: 'Authentication failed during strong authentication request.' },
    }),
  ).join('\n');

async function findings() {
  await detect(scratch.store);
  return (await readFindings(scratch.store)).filter(({ detection }) => detection === 'mfa-challenge-failed');
}

describe('what many accounts set off', () => {
  test('is told for each as long as they are few, and then as one finding that names and counts all', async () => {
    await scratch.load(await scratch.write('few.json', unanswered(4, 'few')));
    const few = await findings();
    expect(few.map(({ principals }) => principals)).toEqual(
      [0, 1, 2, 3].map((index) => [`few${index}@frostline.example`]),
    );
    expect(few.every(({ why }) => why === null)).toBe(true);

    await scratch.load(await scratch.write('many.json', unanswered(9, 'many')));
    const [together, ...others] = await findings();
    expect(others).toEqual([]);
    expect(together).toMatchObject({ count: 13, severity: 'low', why: expect.stringMatching(/^13 accounts/) });
    expect(together?.principals).toHaveLength(13);
  });
});
