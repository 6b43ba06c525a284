import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { scenarios } from '../simulate/scenario/index.ts';
import { bundles } from '../simulate/stream/bundle.ts';
import simulate from './simulate.command.ts';
import { Terminal } from './terminal.ts';

/** The command without what it would do. */
function defined(): Command {
  const command = new Command('simulate').exitOverride().configureOutput({ writeErr: () => undefined });
  simulate.define(command, {
    terminal: new Terminal(true),
    signal: new AbortController().signal,
    finish: () => undefined,
  });
  return command;
}

describe('wrong use', () => {
  test.each([
    [['--scenario', 'ransom'], /Give one of midnight-blizzard, fast-spray, surge, token-theft, consent-phish, benign/],
    [['--scenario', 'benign', '--scenario', 'surge'], /--scenario benign is no attack, so it must stand alone/],
    [['--scenario', 'surge', '--victims', '3'], /--victims means nothing to surge/],
    [['--scenario', 'surge', '--without', 'consent'], /there is no stage consent in surge/],
    [['--without', 'coffee'], /Give one of spray, foothold, /],
    [['--days', '20'], /this attack takes 59 days: give --days 59 or more/],
    [['--days', '20', '--legacy-account', 'no'], /this attack takes 21 days/],
    [['--users', '5'], /Give a whole number from 20 to 200000/],
    [['--accounts', 'none'], /Give a whole number from 1 to 200000 or "all"/],
    [['--geography', 'near'], /Give anywhere or matched/],
    [['--test-tenant', 'maybe'], /Give yes or no/],
    [['--weak', 'logging,everything'], /Give all, none, or some of forgotten-accounts, no-second-factor, /],
    [['--no-directory', '--weak', 'all'], /--weak is about the directory, which --no-directory leaves out/],
    [['--start', '2024-02-30'], /Give a day such as/],
    [['--activity', '0'], /Give a number above 0/],
  ] as [string[], RegExp][])('%s', async (words, message) => {
    const run = defined().parseAsync(['--out', 'never-made', ...words], { from: 'user' });
    await expect(run).rejects.toThrow(message);
  });
});

describe('the guide', () => {
  test('has every option of the command in its tables, with the same words, and no other', async () => {
    const guide = await readFile(new URL('../../docs/guide/simulate.md', import.meta.url), 'utf8');
    const rows = guide.split('\n').filter((line) => line.startsWith('| `--'));
    const wanted = defined().options.map(({ flags, description, defaultValue, defaultValueDescription }) => {
      const initial = defaultValueDescription ?? (defaultValue === undefined ? '' : String(defaultValue));
      return `| \`${flags}\` | ${description}${initial === '' ? '' : ` (default: ${initial})`} |`;
    });
    expect(rows.toSorted()).toEqual(wanted.toSorted());
  });

  test('has every format, with what it lacks', async () => {
    const guide = await readFile(new URL('../../docs/guide/simulate.md', import.meta.url), 'utf8');
    for (const { name, title, without = '' } of bundles)
      expect(guide).toContain(`| \`${name}\` | ${title} | ${without} |`);
  });

  test('names every attack and its stages', async () => {
    const guide = await readFile(new URL('../../docs/guide/simulate.md', import.meta.url), 'utf8');
    for (const { name, stages } of scenarios) {
      const chapter = guide.split(`\n### ${name}\n`)[1]?.split('\n### ')[0] ?? '';
      expect({ name, missing: stages.filter((stage) => !chapter.includes(`\`${stage}\``)) }).toEqual({
        name,
        missing: [],
      });
    }
  });
});
