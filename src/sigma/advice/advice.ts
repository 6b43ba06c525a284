import type { FaultPlace } from '../../shape/fault.ts';

/** What there is to remark on in a document that is no fault, each in one sentence. */
export const adviceKinds = {
  'cannot-match': 'No record of a real log can meet the rule',
  'doubtful-value': 'A field or value that real logs do not seem to have',
  'unused-selection': 'A selection that the condition never names',
  'filter-without-not': 'A filter that keeps what it describes instead of suppressing it',
  'filter-without-rules': 'A filter that narrows no rule',
  'all-of-them': 'A condition that changes its meaning with every new selection',
  'only-wildcard': 'A value that is met by everything',
  'short-contains': 'A part of a text that is too short to mean something',
  'needless-regex': 'A regular expression that says no more than plain text',
  'missing-id': 'A document without an id',
  'missing-status': 'A document without a status',
  'missing-description': 'A document without a description',
  'missing-level': 'A rule without a level',
  'missing-examples': 'A rule that nothing proves',
  'duplicate-id': 'An id that several documents have',
  'id-not-uuid': 'An id that is no UUID',
  'title-too-long': 'A title longer than the specification allows',
  'unknown-tag': 'A tag that is none of the specification',
  'retired-status': 'A rule that its author has given up',
} as const;

export type AdviceKind = keyof typeof adviceKinds;

/** A remark on a document that is no fault: the rule runs, but perhaps not as its author thinks. */
export interface Advice {
  readonly kind: AdviceKind;
  readonly message: string;
  /** What to write instead. */
  readonly hint: string;
  readonly place: FaultPlace;
}
