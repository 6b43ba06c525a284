import { parseInstant } from '../../shape/instant.ts';
import { sql } from '../../store/sql.ts';
import { appendSteps, type Hand, type JournalPlace } from '../journal/append.ts';
import type { Step } from '../journal/entry.ts';
import { loadRegister } from '../register/load-register.ts';
import { stateAfter } from '../register/state.ts';
import { enterStep, Rehearsal } from '../register/take-steps.ts';
import { type Claim, proveResets } from './prove-resets.ts';

/** What logs and directory say of one credential. */
export type Proof = {
  credential: string;
  kind: string;
  account: string | null;
  verdict: 'verified' | 'half-done' | 'contradicted' | 'unproven' | 'not-covered' | 'elsewhere';
  because: string;
  /** Of what proves it; null if nothing does. */
  time: string | null;
  file: string | null;
  record: number | null;
};

/**
 * Holds what people said against logs and exports of the directory, and writes into the journal what those show: `verify` for what is
 * proved, whoever said it, and `contradict` for claims that they refute. Everything else stays as it is, with the reason.
 *
 * @returns all proofs, the worst first.
 */
export async function verifyResets(place: JournalPlace, hand: Hand): Promise<Proof[]> {
  const loaded = await loadRegister(place);
  const claims = loaded.items.flatMap(({ id, standing }): Claim[] => {
    const { state, remediated } = standing;
    return remediated !== undefined && (state === 'reset' || state === 'deactivated' || state === 'verified')
      ? [{ credential: id, state: state === 'deactivated' ? 'deactivated' : 'reset', time: remediated }]
      : [];
  });
  await proveResets(place.store, claims);
  const proofs = await readProofs(place);
  const rehearsal = new Rehearsal(loaded, hand.now);
  const steps = proofs.flatMap(({ credential, verdict, because, time }): Step[] => {
    const action = verdict === 'verified' ? 'verify' : verdict === 'contradicted' ? 'contradict' : undefined;
    if (action === undefined || stateAfter(rehearsal.standingOf(credential).state, action) === undefined) return [];
    const at = time === null ? undefined : parseInstant(time);
    const values = { note: because, ...(action === 'verify' && at !== undefined && at <= hand.now ? { at } : {}) };
    return [{ action, credentials: [credential], values }];
  });
  if (steps.length > 0) await appendSteps(place, [...enterStep(loaded, rehearsal), ...steps], hand);
  return proofs;
}

async function readProofs({ store }: JournalPlace): Promise<Proof[]> {
  return store.rows<Proof>(sql`
    select p.credential, c.kind, c.account, p.verdict, p.because, iso(p.time) as time, e.path as file, p.record
    from credential_proof p join credential c on c.id = p.credential left join evidence_file e using (file_id)
    order by list_position(['contradicted', 'half-done', 'unproven', 'not-covered', 'elsewhere', 'verified'], p.verdict), c.account, p.credential`);
}
