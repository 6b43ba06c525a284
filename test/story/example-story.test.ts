import { join } from 'node:path';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StageId } from '../../src/shape/story.ts';
import { type Sql, sql } from '../../src/store/sql.ts';
import { evidenceOf, examples, readCase, readTruth, storiesOf, told, withoutRecords } from './told-case.ts';

const truth = await readTruth();
const attack = [...truth.values()].flat();
let root: string;
let original: string;
let copies = 0;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'snowfence-test-'));
  original = await readCase(join(root, 'case'), [join(examples, 'evidence')]);
});
afterAll(() => rm(root, { recursive: true }));

function look<T>(changes: readonly Sql[], read: Parameters<typeof told<T>>[3]): Promise<T> {
  copies += 1;
  return told(original, join(root, `copy-${copies}`), changes, read);
}

describe('the example evidence', () => {
  test('is one story with every stage of the truth, told of the attacker alone', async () => {
    const { stories, evidence, mailboxes, reads } = await look([], async (store) => ({
      stories: await storiesOf(store),
      evidence: await evidenceOf(store),
      mailboxes: await store.rows<{ mailbox: string; certainties: string[]; ids: number }>(sql`
        select mailbox, list_sort(list(distinct certainty)) as certainties, len(list_distinct(flatten(list(messageIds)))) as ids
        from story_mailbox group by all order by mailbox`),
      reads: await store.rows<{ id: string; raw: string }>(
        sql`select id, raw from activity where operation = 'MailItemsAccessed'`,
      ),
    }));
    expect(stories).toHaveLength(1);
    expect(stories[0]?.confidence).toBe('high');
    expect(stories[0]?.stages).toEqual(expect.arrayContaining([...truth.keys()]));
    const guesses = truth.get('spray') ?? [];
    expect(evidence.filter((id) => !attack.includes(id))).toEqual([]);
    expect(attack.filter((id) => !evidence.includes(id) && !guesses.includes(id))).toEqual([]);

    // What the attacker's own records say, read from their text.
    const named = new Map<string, Set<string>>();
    for (const { id, raw } of reads.filter((read) => attack.includes(read.id))) {
      const owner = /"MailboxOwnerUPN":\s*"([^"]+)"/.exec(raw)?.[1] ?? id;
      const known = named.get(owner) ?? new Set();
      named.set(owner, known);
      for (const [, message] of raw.matchAll(/"InternetMessageId":\s*"([^"]+)"/g)) known.add(message ?? '');
    }
    expect(new Map(mailboxes.filter(({ ids }) => ids > 0).map(({ mailbox, ids }) => [mailbox, ids]))).toEqual(
      new Map([...named].map(([mailbox, ids]) => [mailbox, ids.size])),
    );
    // What was throttled leaves a window open.
    const throttled = reads.filter(
      ({ id, raw }) => attack.includes(id) && /"IsThrottled",\s*"Value":\s*"True"/.test(raw),
    );
    expect(throttled).not.toEqual([]);
    for (const { raw } of throttled) {
      const owner = /"MailboxOwnerUPN":\s*"([^"]+)"/.exec(raw)?.[1];
      expect(mailboxes.find(({ mailbox }) => mailbox === owner)?.certainties).toContain('window');
    }
  });

  test('without the attacker has no story', async () => {
    expect(await look(withoutRecords(attack), storiesOf)).toEqual([]);
  });

  test('gives the same story again, with the same id', async () => {
    const first = await look([], (store) => store.rows(sql`select * from story_stage order by all`));
    const again = await look([], (store) => store.rows(sql`select * from story_stage order by all`));
    expect(again).toEqual(first);
  });
});

describe('with a part of the logs', () => {
  const parts: readonly (readonly [name: string, changes: readonly Sql[], missing: readonly string[]])[] = [
    [
      'no log of the test tenant',
      [
        sql`delete from sign_in where file_id in (select file_id from evidence_file where contains(path, 'test-tenant'))`,
        sql`delete from activity where file_id in (select file_id from evidence_file where contains(path, 'test-tenant'))`,
      ],
      ['spray', 'foothold', 'mfa-enrolment'],
    ],
    [
      'no sign-ins of applications',
      [sql`delete from sign_in where log = 'service-principal-sign-in'`],
      ['service-principal-sign-in'],
    ],
    ['no unified audit log', [sql`delete from activity where log = 'unified-audit'`], ['hiding']],
    ['no directory audits', [sql`delete from activity where log = 'directory-audit'`], []],
    ['no requests to Graph', [sql`delete from graph_activity`], ['enumeration']],
  ];
  test.each(parts)('%s it is still one story, and says what is missing', async (_, changes, missing) => {
    const [stories, evidence, gaps] = await look(changes, async (store) => [
      await storiesOf(store),
      await evidenceOf(store),
      await store.rows(sql`select gap from story_gap`),
    ]);
    expect(stories).toHaveLength(1);
    expect(evidence.filter((id) => !attack.includes(id))).toEqual([]);
    for (const stage of missing) expect(stories[0]?.stages).not.toContain(stage);
    expect(gaps).not.toEqual([]);
  });

  const left: readonly (readonly StageId[])[] = [
    ['spray', 'foothold', 'mfa-enrolment'],
    ['application-credential', 'malicious-application'],
    ['new-user', 'consent', 'full-access'],
    ['mail-access'],
  ];
  test.each(left)(
    'without the records of %s and what stands beside it here, it is still one story',
    async (...stages) => {
      const ids = stages.flatMap((stage) => truth.get(stage) ?? []);
      const [stories, evidence] = await look(withoutRecords(ids), async (store) => [
        await storiesOf(store),
        await evidenceOf(store),
      ]);
      expect(stories).toHaveLength(1);
      expect(evidence.filter((id) => !attack.includes(id))).toEqual([]);
    },
  );
});
