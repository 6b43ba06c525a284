import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decide, type Decision, readClaims, readEvents, runEvents } from '../../scripts/panther.mjs';
import { allAnalyses } from '../../src/analysis/registry.ts';
import { detect, openCase } from '../../src/index.ts';
import { openEvidence } from '../../src/ingest/evidence.ts';
import { ingestContent } from '../../src/ingest/ingest-file.ts';
import { loadRules, shippedRulesDirectory } from '../../src/sigma/index.ts';
import { sql } from '../../src/store/sql.ts';
import { isThere, sampleData, titleFor } from './sample-data.ts';

const folder = 'panther-m365-azure';
const sigmaHq = 'sigmahq-cloud';
const areThere = isThere(folder) && isThere(sigmaHq);
const events = areThere ? await readEvents(join(sampleData, folder)) : [];
const claims = await readClaims();

const program = { openCase, openEvidence, ingestContent, detect, sql };
const nameOf = ({ event }: Decision): string => `${event.rule} ${event.number}`;

describe.skipIf(!areThere)(titleFor(isThere(folder) ? sigmaHq : folder, 'labelled events of other rules'), () => {
  test('every rule has a claim or a reason why none, and each claim names a rule that is there', async () => {
    expect(events.length).toBeGreaterThanOrEqual(250);
    expect(Object.keys(claims).toSorted()).toEqual([...new Set(events.map(({ rule }) => rule))].toSorted());
    const { rules } = loadRules([shippedRulesDirectory(), join(sampleData, sigmaHq)]);
    const known = new Set([...rules, ...(await allAnalyses())].map(({ detection }) => detection));
    for (const [rule, { claims: names = [], none, differs = {} }] of Object.entries(claims)) {
      expect(
        names.filter((name) => !known.has(name)),
        `claims for ${rule}`,
      ).toEqual([]);
      expect(names.length > 0, `${rule} has claims or a reason`).toBe(none === undefined);
      expect(none === undefined || Object.keys(differs).length === 0, `${rule} is decided or not`).toBe(true);
    }
  });

  test('every event of a claimed rule is decided as labelled, or the claims say why not', async () => {
    const outcomes = await runEvents(program, events, [join(sampleData, sigmaHq)]);
    const decisions = outcomes.map((outcome) => decide(outcome, claims));
    const otherwise = decisions.filter(({ verdict }) => verdict === 'otherwise');
    expect(otherwise.filter(({ reason }) => reason === undefined).map(nameOf)).toEqual([]);
    // A reason that is no longer needed would hide the next regression.
    const explained = Object.entries(claims).flatMap(([rule, { differs = {} }]) =>
      Object.keys(differs).map((number) => `${rule} ${number}`),
    );
    expect(explained.toSorted()).toEqual(otherwise.map(nameOf).toSorted());
    // Only what nobody claims may be no record of ours.
    const unread = outcomes.filter(({ found }) => found === undefined).map(({ event }) => claims[event.rule]?.none);
    for (const reason of unread) expect(reason).toMatch(/^a record of another product/);
  });

  test('a decision is about the claimed rules only', () => {
    const event = { rule: 'made-up', number: 1, expected: true, record: {} };
    const found = ['other-rule'];
    expect(decide({ event, found }, { 'made-up': { claims: ['this-rule'] } })).toMatchObject({ verdict: 'otherwise' });
    expect(decide({ event, found }, { 'made-up': { claims: found } })).toMatchObject({ verdict: 'as labelled' });
    expect(decide({ event, found }, { 'made-up': { none: 'why' } })).toMatchObject({ reason: 'why' });
  });
});
