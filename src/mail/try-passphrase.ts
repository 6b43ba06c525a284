import type { KeyMaterial } from './piece.ts';
export function opens(_: KeyMaterial, __: string): boolean | undefined { return undefined; }
