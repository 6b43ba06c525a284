/** Why work had to stop. A closed set: the command line and library users switch on it. */
export type FaultCode =
  | 'path-missing'
  | 'path-unreadable'
  | 'nothing-to-read'
  | 'case-missing'
  | 'case-invalid'
  | 'case-newer'
  | 'case-older'
  | 'case-in-use'
  | 'case-sealed'
  | 'key-invalid'
  | 'disk-full'
  | 'memory-exhausted'
  | 'rule-invalid'
  | 'content-invalid'
  | 'object-unknown'
  | 'object-ambiguous'
  | 'metadata-unclear'
  | 'directive-invalid'
  | 'directive-unknown'
  | 'journal-broken'
  | 'step-refused'
  | 'import-invalid'
  | 'interrupted'
  | 'engine';

export interface FaultPlace {
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

/**
 * Work must stop for a reason that the user can act upon: code, place and a hint what to do.
 * A row that could not be read is never a fault (it is a rejection), and a mistake of ours is never one either (a bug).
 */
export class Fault extends Error {
  readonly code: FaultCode;
  readonly place: FaultPlace;
  readonly hint: string;

  constructor(code: FaultCode, message: string, details: { place?: FaultPlace; hint: string; cause?: unknown }) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'Fault';
    this.code = code;
    this.place = details.place ?? {};
    this.hint = details.hint;
  }

  /** `file:line:column: message`, as far as the place is known. */
  get located(): string {
    const { file, line, column } = this.place;
    const place = [file, line, column].filter((part) => part !== undefined).join(':');
    return place === '' ? this.message : `${place}: ${this.message}`;
  }
}
