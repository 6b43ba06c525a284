import { describeDirectory } from '../directory/describe-directory.ts';
import { buildGraph } from '../privilege/build-graph.ts';
import { type Cut, findCuts } from '../privilege/cut.ts';
import { findNodes, type Node } from '../privilege/find-node.ts';
import { missingIngredients } from '../privilege/missing.ts';
import { type Path, shownId, toPath } from '../privilege/path.ts';
import { removeEdges } from '../privilege/remove-edge.ts';
import { type Preference, paths, type Reached, search } from '../privilege/search.ts';
import { sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';

export interface PathOptions {
  /** Whose paths: an id or name; without it, everybody's. */
  readonly from?: string | undefined;
  /** Where to: `mailboxes`, `global-admin`, an id or a name. Without it, all ends, or with `from` everything that it reaches. */
  readonly to?: string | undefined;
  readonly preference?: Preference;
  /** What to take out of the graph before: see `removeEdges`. */
  readonly without?: readonly string[];
  /** Also find the few edges whose removal cuts most. */
  readonly cuts?: boolean;
  /** Paths to give for each end. */
  readonly limit?: number;
  readonly onProgress?: ((step: string) => void) | undefined;
}

/** The paths to, or from, one node. */
export interface PathSet {
  /** The end, or with `from` alone the beginning. */
  readonly node: string;
  readonly name: string;
  readonly tenant: string;
  readonly direction: 'to' | 'from';
  /** Number of nodes that reach it, or that it reaches, by type. */
  readonly counts: Readonly<Record<string, number>>;
  readonly paths: readonly Path[];
  readonly cuts: readonly Cut[];
}

export interface PathOutcome {
  readonly sets: readonly PathSet[];
  /** Edges that `without` took out. */
  readonly removed: number;
  /** Exports that are not in the case, for each tenant that lacks some: paths through them cannot be known. */
  readonly missing: Readonly<Record<string, readonly string[]>>;
}

/** Nodes at which an intruder may begin: what can sign in, and what is outside. */
const principalTypes = ['user', 'servicePrincipal', 'external'] as const;

const limitUnlessAsked = 1000;

/**
 * Answers who can become whom in the tenants of the case.
 *
 * @throws Fault `object-unknown`, `object-ambiguous`.
 */
export async function findPaths(store: Store, options: PathOptions): Promise<PathOutcome> {
  options.onProgress?.('reading the directory');
  await describeDirectory(store);
  return searchPaths(store, options);
}

/** As {@link findPaths}, after `describeDirectory`. */
export async function searchPaths(store: Store, options: PathOptions): Promise<PathOutcome> {
  const { from, to, preference = 'cheapest', without = [], onProgress } = options;
  onProgress?.('drawing the graph');
  await buildGraph(store);
  let removed = 0;
  for (const what of without) removed += await removeEdges(store, what);
  const sources = from === undefined ? undefined : await findNodes(store, from, 'from');
  const files = await readFileNames(store);
  const sets: PathSet[] = [];
  const missing = Object.fromEntries(await missingIngredients(store));
  if (sources !== undefined && to === undefined) {
    for (const source of sources) {
      onProgress?.(`searching from ${source.name}`);
      const reached = await search(store, source.id, 'from', preference);
      sets.push(await readSet(store, source, reached, files, options));
    }
    return { sets, removed, missing };
  }
  for (const target of await targetsOf(store, to)) {
    onProgress?.(`searching ${target.name}`);
    const reached = await search(store, target.id, 'to', preference);
    if (sources === undefined) sets.push(await readSet(store, target, reached, files, options));
    else for (const source of sources) sets.push(await readSet(store, target, reached, files, options, source));
  }
  return { sets, removed, missing };
}

async function targetsOf(store: Store, to: string | undefined): Promise<Node[]> {
  if (to !== undefined) return findNodes(store, to, 'to');
  return [...(await findNodes(store, 'mailboxes', 'to')), ...(await findNodes(store, 'global-admin', 'to'))];
}

async function readSet(
  store: Store,
  node: Node,
  reached: Reached,
  files: ReadonlyMap<number, string>,
  options: PathOptions,
  only?: Node,
): Promise<PathSet> {
  const { direction } = reached;
  const found: Path[] = [];
  const wanted = {
    limit: options.limit ?? limitUnlessAsked,
    ...(only === undefined ? (direction === 'to' ? { types: principalTypes } : {}) : { only: only.id }),
  };
  for await (const steps of paths(store, reached, wanted)) found.push(toPath(steps, node.tenantId, files));
  return {
    node: shownId(node.id),
    name: node.name,
    tenant: node.tenantId,
    direction,
    counts: Object.fromEntries(reached.counts),
    paths: found,
    cuts: options.cuts === true && direction === 'to' ? await findCuts(store, reached.origin, principalTypes) : [],
  };
}

async function readFileNames(store: Store): Promise<Map<number, string>> {
  const rows = await store.rows<{ id: number; path: string }>(sql`select file_id as id, path from evidence_file`);
  return new Map(rows.map(({ id, path }) => [id, path]));
}
