/**
 * What a rule file may cost. Far above what people write and far below what hurts: rules come from strangers, and the
 * one who runs them must not pay with hours or memory.
 */
export const limits = {
  fileBytes: 1_000_000,
  /** Nodes visited in one file, those behind aliases counted each time. */
  nodes: 200_000,
  /** Maps and lists inside each other, anywhere in a file. */
  nesting: 60,
  /** Parentheses and `not` inside each other in a condition. */
  conditionNesting: 100,
  conditionCharacters: 100_000,
  /** Selections named in one condition once every `1 of x*` is written out. */
  conditionTerms: 10_000,
  valuesPerItem: 10_000,
  valueCharacters: 8_000,
  wildcardsPerValue: 100,
  /** Rules that one correlation names. */
  correlatedRules: 50,
  /** Correlations of correlations inside each other. */
  chain: 10,
  /** Faults told of one file. */
  faultsPerFile: 100,
  /** SQL that one rule may become for one table. */
  sqlCharacters: 3_000_000,
  /** Files in all folders given to one run. */
  files: 50_000,
} as const;
