import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { findDirective, shippedDirectives } from '../../src/response/directive/find-directive.ts';

const folder = new URL('../../content/directive/', import.meta.url);
const ids = await shippedDirectives();
const each = await Promise.all(ids.map(async (id) => [id, await findDirective(id)] as const));

describe('directives', () => {
  test('are all files of the folder beside its README', async () => {
    expect((await readdir(folder)).toSorted()).toEqual(['README.md', ...ids.map((id) => `${id}.yaml`)].toSorted());
    expect(ids).toEqual(['ed-24-02', 'gdpr-article-33', 'house', 'nis2-article-23', 'sec-8-k-item-1-05']);
  });

  test.each(each)('%s has its file’s name, sane dates and sources on https', (id, directive) => {
    expect(directive.id).toBe(id);
    for (const { url } of directive.sources) expect(new URL(url).protocol).toBe('https:');
    const times = directive.clauses.flatMap(({ due }) => (due.kind === 'fixed' ? [due.at] : []));
    for (const time of [`${directive.since}T00:00:00.000Z`, directive.start.date ?? '2024-01-01', ...times]) {
      expect([time > '2018-01-01', time < '2030-01-01', time]).toEqual([true, true, time]);
    }
    if (directive.start.date !== undefined) for (const time of times) expect(time > directive.start.date).toBe(true);
    expect(directive.holidays).toEqual([...new Set(directive.holidays)].toSorted());
  });

  test.each(each)('%s says of every statement what it rests on', (_, directive) => {
    expect(directive.clauses.length).toBeGreaterThan(0);
    for (const { basis } of [...directive.clauses, ...directive.facts])
      expect(basis.confirmed.length > 0 || basis.memory !== undefined || basis.own !== undefined).toBe(true);
  });

  test('say the dates of Emergency Directive 24-02', async () => {
    const directive = await findDirective('ed-24-02');
    expect(directive).toMatchObject({
      status: 'retired',
      since: '2026-01-08',
      start: { date: '2024-04-02T04:00:00.000Z' },
    });
    const due = new Map(
      directive.clauses.map((clause) => [clause.id, clause.due.kind === 'fixed' ? clause.due.at : clause.due.text]),
    );
    expect(due.get('reset-and-deactivate')).toBe('2024-05-01T03:59:00.000Z');
    expect(due.get('first-status-report')).toBe('2024-04-09T03:59:00.000Z');
    expect(due.get('second-status-report')).toBe('2024-05-02T03:59:00.000Z');
    expect(due.get('immediate-remediation')).toBe('discovery');
  });

  test('have their fields described', async () => {
    const readme = await readFile(new URL('README.md', folder), 'utf8');
    for (const field of ['authority', 'binds', 'holidays', 'clauses', 'facts', 'repeats', 'report', 'done'])
      expect(readme).toContain(`\`${field}\``);
  });
});
