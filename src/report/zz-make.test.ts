import { cpSync } from 'node:fs';
import { test } from 'vitest';
import { openEmptyCase, openLargeCase, openSmallCase } from './fixture/case-fixture.ts';
import { writeReport } from './write-report.ts';
test('make', async () => {
  for (const [name, open] of [
    ['empty', openEmptyCase],
    ['small', openSmallCase],
    ['large', () => openLargeCase(5000)],
  ] as const) {
    const { store, directory } = await open();
    const start = performance.now();
    const options = {
      generatedBy: 'snowfence 0.1.0',
      ...(name === 'small' ? { title: 'Fabrikam tenant, January 2024' } : {}),
    };
    console.log(name, await writeReport(store, directory, options), Math.round(performance.now() - start), 'ms');
    store.close();
    cpSync(directory, `/tmp/x/shots/${name}`, { recursive: true });
  }
});
