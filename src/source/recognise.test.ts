import { describe, expect, test } from 'vitest';
import { recognise } from './recognise.ts';

const audit = {
  CreationTime: '2024-01-10T06:41:07',
  Id: 'a',
  Operation: 'Send',
  RecordType: 2,
  Workload: 'Exchange',
  UserId: 'a@frostline.example',
};
const signIn = {
  id: 's',
  createdDateTime: '2024-01-10T06:41:07Z',
  userPrincipalName: 'a@frostline.example',
  appId: 'x',
  status: { errorCode: 0 },
};

async function found(records: readonly Record<string, unknown>[]) {
  return (await recognise(records)).map(({ source, envelope, samples }) => [source.id, envelope, samples.length]);
}

describe('recognition', () => {
  test('goes by content, the most frequent first', async () => {
    expect(await found([audit, signIn, { ...signIn, id: 't' }])).toEqual([
      ['sign-in-graph', [], 2],
      ['unified-audit', [], 1],
    ]);
  });

  test('takes envelopes off, objects and text, two deep', async () => {
    expect(await found([{ Identity: 'x', AuditData: audit }])).toEqual([['unified-audit', ['AuditData'], 1]]);
    expect(await found([{ Identity: 'x', AuditData: JSON.stringify(audit) }])).toEqual([
      ['unified-audit', ['AuditData'], 1],
    ]);
    expect(await found([{ _raw: JSON.stringify({ AuditData: JSON.stringify(audit) }) }])).toEqual([
      ['unified-audit', ['_raw', 'AuditData'], 1],
    ]);
  });

  test('ends at the third envelope', async () => {
    expect(await found([{ a: { b: { c: audit } } }])).toEqual([]);
  });

  test('keeps records apart that lie in different envelopes', async () => {
    expect(await found([{ AuditData: audit }, { auditData: audit }, { AuditData: audit }])).toEqual([
      ['unified-audit', ['AuditData'], 2],
      ['unified-audit', ['auditData'], 1],
    ]);
  });

  test('claims nothing that only looks alike', async () => {
    expect(
      await found([{ message: 'hello' }, { AuditData: '{not JSON' }, { createdDateTime: 'x', userPrincipalName: '' }]),
    ).toEqual([]);
  });

  test('looks at empty values as if they were not there', async () => {
    expect(await found([{ ...signIn, createdDateTime: null }])).toEqual([]);
    expect(await found([{ ...signIn, createdDateTime: '' }])).toEqual([]);
  });
});
