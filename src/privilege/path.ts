import type { Step } from './search.ts';

/** A way from one principal to another, as `paths --json` prints it. Ids are those of the directory; the ends are `mailboxes` and `global-admin`. */
export interface Path {
  readonly from: string;
  readonly fromName: string;
  readonly to: string;
  readonly toName: string;
  readonly tenant: string;
  readonly cost: number;
  readonly steps: readonly PathStep[];
}

interface PathStep {
  readonly edge: string;
  readonly from: string;
  readonly fromName: string;
  readonly to: string;
  readonly toName: string;
  readonly because: string;
  readonly evidence: { readonly file: string; readonly record: number };
}

/** Ends of paths that stand for a whole tenant. */
export const ends = ['mailboxes', 'global-admin'] as const;

/** The id as it is shown: an end without its tenant, which the path has of its own. */
export function shownId(id: string): string {
  return ends.find((end) => id.startsWith(`${end}:`)) ?? id;
}

/** @param files paths of the evidence by number. */
export function toPath(steps: readonly Step[], tenant: string, files: ReadonlyMap<number, string>): Path {
  const first = steps[0];
  const last = steps.at(-1);
  if (first === undefined || last === undefined) throw new Error('a path has at least one step');
  return {
    from: shownId(first.from),
    fromName: first.fromName,
    to: shownId(last.to),
    toName: last.toName,
    tenant,
    cost: steps.reduce((sum, { cost }) => sum + cost, 0),
    steps: steps.map(({ edge, from, fromName, to, toName, because, fileId, record }) => ({
      edge,
      from,
      fromName,
      // On the way may be the ends of other tenants.
      to: to === last.to ? shownId(to) : to,
      toName,
      because,
      evidence: { file: files.get(fileId) ?? '', record },
    })),
  };
}
