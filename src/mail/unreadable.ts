import type { UnreadReason } from './piece.ts';

/** Thrown by a reader where it can go no further: counted as not examined with its reason, never a failure of the scan. */
export class Unreadable extends Error {
  readonly reason: UnreadReason;

  constructor(reason: UnreadReason, detail: string, options?: ErrorOptions) {
    super(detail, options);
    this.name = 'Unreadable';
    this.reason = reason;
  }
}
