import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { detect } from '../src/case/detect.ts';
import { readFindings } from '../src/report/read/finding.ts';
import { openScratchCase, type ScratchCase } from './contract/scratch-case.ts';

let scratch: ScratchCase;
beforeAll(async () => {
  scratch = await openScratchCase();
});
afterAll(() => scratch.close());

/** A sign-in with a password and nothing else, at noon of each of the days. */
const grants = (user: string, days: readonly number[], network = 64500) =>
  days.map((day) =>
    JSON.stringify({
      id: `${user}-${day}-${network}`,
      createdDateTime: new Date(Date.UTC(2024, 0, 1 + day, 12)).toISOString(),
      userPrincipalName: `${user}@frostline.example`,
      userId: `id-${user}`,
      appId: '1b730954-1685-4b74-9bfd-dac224a7b894',
      ipAddress: '203.0.113.7',
      autonomousSystemNumber: network,
      authenticationProtocol: 'ropc',
      isInteractive: true,
      status: { errorCode: 0 },
    }),
  );

async function findings(...lines: string[][]) {
  await scratch.load(await scratch.write(`${lines.length}.json`, lines.flat().join('\n')));
  await detect(scratch.store);
  return (await readFindings(scratch.store))
    .filter(({ detection }) => detection === 'sign-in-with-password-grant-succeeded')
    .map(({ principals, severity, why }) => ({
      who: principals.map((name) => name.split('@')[0]).join(' '),
      severity,
      isHabit: why?.includes('from the first days of the log to its last') === true,
    }))
    .toSorted((a, b) => a.who.localeCompare(b.who));
}

const everyDay = Array.from({ length: 30 }, (_, day) => day);

describe('what was always so', () => {
  test('is one finding of a lower severity; who began later, or came from elsewhere, stays what it was', async () => {
    expect(
      await findings(
        grants('printer', everyDay),
        grants('scanner', everyDay),
        grants('began', everyDay.slice(12)),
        grants('ended', everyDay.slice(0, 12)),
        [...grants('moved', everyDay), ...grants('moved', [20], 64511)],
      ),
    ).toEqual([
      { who: 'began', severity: 'medium', isHabit: false },
      { who: 'ended', severity: 'medium', isHabit: false },
      { who: 'moved', severity: 'medium', isHabit: false },
      { who: 'printer scanner', severity: 'low', isHabit: true },
    ]);
  });

  test('cannot be known in a log of ten days', async () => {
    const short = await openScratchCase();
    const before = scratch;
    scratch = short;
    expect(await findings(grants('printer', everyDay.slice(0, 10)))).toEqual([
      { who: 'printer', severity: 'medium', isHabit: false },
    ]);
    scratch = before;
    await short.close();
  });
});
