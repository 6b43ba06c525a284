import type { CredentialKind } from '../pattern.ts';
export const proseKinds: CredentialKind[] = [];
