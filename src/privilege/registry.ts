import { discover } from '../discover/discover.ts';
import type { Edge } from './edge.ts';

let edges: Promise<readonly Edge[]> | undefined;

/** Every `*.edge` file of the folder `edge/`, by id. */
export function allEdges(): Promise<readonly Edge[]> {
  edges ??= discover<Edge>(new URL('./edge/', import.meta.url), 'edge');
  return edges;
}
