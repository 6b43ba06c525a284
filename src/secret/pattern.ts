import type { Severity } from '../shape/severity.ts';

/** Where a text holds a secret and of what kind. `start` and `end` are of the value alone, in characters of the text. */
export interface PatternExample {
  readonly text: string;
  /** The values that are found in it, in order; none for a text that looks alike and is none. */
  readonly finds: readonly string[];
}

/** How the owner takes the credential out of use, in this order. */
export interface Reset {
  /** Where to click, or who to ask. */
  readonly portal: string;
  /** The same as a command, where there is one. */
  readonly command?: string;
}

/** What a kind of credential is and what has to be done if it was exposed. */
export interface CredentialKind {
  /** Id, kebab-case, e.g. `entra-client-secret`. */
  readonly kind: string;
  readonly title: string;
  /** Product or service that takes it, e.g. `Microsoft Entra ID`. */
  readonly system: string;
  /** How bad it is in a stranger's hands while it is valid. */
  readonly severity: Severity;
  /** Who in an organization usually answers for it, e.g. `owner of the application registration`. */
  readonly owner: string;
  /** How long it is valid if nobody acts, e.g. `up to 24 months`, `until rotated`. */
  readonly lifetime: string;
  readonly reset: Reset;
  /** What shows that it was reset, or whether it was used: which log or list to look at. */
  readonly proof: string;
  /** Public pages that say so. */
  readonly references: readonly string[];
}

/**
 * How one kind of credential looks in text: a file `pattern/<kind>.pattern.ts` with this as its default export.
 *
 * A text is searched once for the anchors of all patterns; only around them is `expression` tried. It runs in V8, which backtracks:
 * write no repetition inside a repetition, bound every quantifier that others follow, and no look-behind of open length. The contract
 * test pumps each expression with hostile text.
 */
export interface SecretPattern extends CredentialKind {
  /** Literals of which one stands in every match (or at most `reach.before` after the start of it), without regard to case. */
  readonly anchors: readonly string[];
  /**
   * Flags `g` and whichever of `i`, `u`, `s` are needed. The group `secret` is the value, without it the whole match; groups
   * `account` (user name, client id, key name) and `host` (system it opens) if the text says them.
   */
  readonly expression: RegExp;
  /** Whose it is, where that stands beside the value: flag `g`, group `account`; the nearest one within 600 characters counts. */
  readonly accountNearby?: RegExp;
  /** How far around the anchor a match may go, in characters. Without it 200 before and 400 after. */
  readonly reach?: { readonly before: number; readonly after: number };
  /** A last test of the value, such as a checksum. `groups` as the expression gave them. */
  readonly isSecret?: (secret: string, groups: Readonly<Record<string, string | undefined>>) => boolean;
  /** Gives way to any other pattern that claims some of the same characters. */
  readonly isGeneric?: boolean;
  /** Characters at the beginning that say the kind and not the secret, shown in redactions: `ghp_` gives 4. 0 without it. */
  readonly shownCharacters?: number;
  readonly examples: readonly PatternExample[];
}
