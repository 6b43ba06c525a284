import { loadGitleaksRules } from '../secret/gitleaks/load.ts';
import { keyKinds } from '../secret/key-kinds.ts';
import type { CredentialKind } from '../secret/pattern.ts';
import { proseKinds } from '../secret/prose/kinds.ts';
import { allPatterns } from '../secret/registry.ts';

/** Everything that is known about the kinds that a scan may find, the user's own among them. */
export async function knownKinds(
  rules: readonly string[],
): Promise<(CredentialKind & { readonly isGeneric: boolean })[]> {
  const patterns = (await allPatterns()).map((pattern) => ({ ...pattern, isGeneric: pattern.isGeneric === true }));
  const own = await Promise.all(rules.map((path) => loadGitleaksRules(path)));
  const others = [...proseKinds, ...keyKinds, ...own.flatMap(({ rules: kinds }) => kinds)].map((kind) => ({
    ...kind,
    isGeneric: true,
  }));
  return [...patterns, ...others];
}
