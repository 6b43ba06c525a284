/** A UTC instant as ISO 8601 text with milliseconds and `Z`, e.g. `2024-01-12T08:30:00.000Z`. */
export type Instant = string;

const accepted = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/**
 * Reads a date (`2024-01-12`) or date-time as an instant; without a zone it is UTC.
 * Returns undefined if the text is neither.
 */
export function parseInstant(text: string): Instant | undefined {
  if (!accepted.test(text)) return undefined;
  // The engine would turn a day that the month does not have into one of the next.
  const [year = 0, month = 0, day = 0] = text.slice(0, 10).split('-').map(Number);
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined;
  const hasZone = /(Z|[+-]\d{2}:?\d{2})$/.test(text) && text.includes('T');
  const date = new Date(text.includes('T') ? (hasZone ? text : `${text}Z`) : `${text}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

/** A half-open span of time: `since` is inside it, `until` is not. A missing end is open. */
export interface TimeWindow {
  readonly since?: Instant | undefined;
  readonly until?: Instant | undefined;
}
