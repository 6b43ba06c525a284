import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { detect } from '../../src/case/detect.ts';
import { ingest, type IngestOutcome } from '../../src/ingest/ingest.ts';
import { sql } from '../../src/store/sql.ts';
import { openScratchCase, type ScratchCase } from '../contract/scratch-case.ts';
import { isThere, sampleData, titleFor } from './sample-data.ts';

const folder = 'otrf-goldensaml';

describe.skipIf(!isThere(folder))(titleFor(folder, 'a recorded attack with a forged SAML token'), () => {
  let scratch: ScratchCase;
  let outcome: IngestOutcome;

  beforeAll(async () => {
    scratch = await openScratchCase();
    outcome = await ingest(scratch.store, scratch.folder, [join(sampleData, folder)]);
    await detect(scratch.store);
  });
  afterAll(() => scratch.close());

  test('AuditLogs, OfficeActivity and the audit record inside a Defender event are read', async () => {
    // One audit is in its file twice, and the mail access came by two exports.
    expect(outcome).toMatchObject({ records: 6, duplicates: 2 });
    const rows = await scratch.store.rows<{ file: string; source: string; read: number; rejected: number }>(
      sql`select parse_filename(path) as file, source, read, rejected from evidence_file where source <> '' order by 1`,
    );
    expect(rows).toEqual([
      { file: 'AADAuditEvents.json', source: 'directory-audit-log-analytics', read: 4, rejected: 0 },
      { file: 'Microsoft365DefenderEvents.json', source: 'unified-audit', read: 1, rejected: 8 },
      { file: 'OfficeActivityEvents.json', source: 'office-activity', read: 1, rejected: 0 },
    ]);
  });

  test('what belongs to other products is told, whole files and single records', async () => {
    const rows = await scratch.store.rows<{ told: string }>(
      sql`select kind || ' ' || parse_filename(split_part(detail, ': ', 1)) as told from gap order by told`,
    );
    expect(rows.map(({ told }) => told)).toEqual(
      expect.arrayContaining([
        'rejected-records Microsoft365DefenderEvents.json',
        'unrecognised-file WindowsEvents.json',
      ]),
    );
  });

  test('the secret of the application and the reading of mail are found', async () => {
    const rows = await scratch.store.rows<{ detection: string; techniques: string[]; principals: string[] }>(
      sql`select detection, techniques, principals from finding join detection using (detection) order by detection`,
    );
    const byTechnique = (technique: string) => rows.filter(({ techniques }) => techniques.includes(technique));
    expect(byTechnique('T1098.001').map(({ detection }) => detection)).toContain('application-credential-added');
    expect(byTechnique('T1114.002')).not.toEqual([]);
    const principals = [...byTechnique('T1098.001'), ...byTechnique('T1114.002')].flatMap((row) => row.principals);
    expect(principals).toContain('pgustavo@simulandlabs.com');
  });
});
