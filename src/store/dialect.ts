import type { Sql } from './sql.ts';

/** What a window goes over: rows of the same group, in the order of time, with rows of the same time as one. */
export interface Window {
  /** None: all rows are one group. */
  readonly groups: readonly Sql[];
  readonly time: Sql;
  /** `trailing` ends, `leading` begins at the row; without seconds they reach to the first and last row. */
  readonly frame: 'trailing' | 'leading';
  readonly seconds?: number;
}

/** An IPv4 or IPv6 network: its address as 4 or 16 bytes and the number of leading bits that count. */
export interface Network {
  readonly bytes: readonly number[];
  readonly bits: number;
}

export const timeParts = ['minute', 'hour', 'day', 'week', 'month', 'year'] as const;
export type TimePart = (typeof timeParts)[number];

/**
 * How one engine says what engines say differently. Plans are made without it; a further engine is one more object of
 * this kind. Texts are Unicode, times are instants in UTC, a missing value is null, and a comparison with null is null.
 */
export interface Dialect {
  /** A query with queries that it refers to by name, each of them run once and in this order. */
  withRelations(relations: readonly { readonly name: Sql; readonly query: Sql }[], query: Sql): Sql;
  /** A constant; any text, also with quotes or NUL. */
  readonly text: (constant: string) => Sql;
  /** A constant as a floating point number. */
  readonly number: (constant: string) => Sql;
  readonly lower: (value: Sql) => Sql;
  readonly contains: (value: Sql, part: Sql) => Sql;
  readonly startsWith: (value: Sql, part: Sql) => Sql;
  readonly endsWith: (value: Sql, part: Sql) => Sql;
  /** Whether the expression, a constant in RE2's language, is found anywhere in the text. */
  readonly matches: (value: Sql, expression: Sql) => Sql;
  readonly isOneOf: (value: Sql, constants: readonly Sql[]) => Sql;
  /** A truth value or whole number as text. */
  readonly asText: (value: Sql) => Sql;
  /** A time as ISO 8601 text with milliseconds and `Z`. */
  readonly timeText: (time: Sql) => Sql;
  /** A text as a finite number, null if it is none. */
  readonly asNumber: (text: Sql) => Sql;
  /** An ISO 8601 text as a time, null if it is none. */
  readonly asTime: (text: Sql) => Sql;
  /** Weeks as ISO 8601 counts them. */
  readonly timePart: (part: TimePart, time: Sql) => Sql;
  readonly isBefore: (time: Sql, instant: string) => Sql;
  readonly secondsBetween: (earlier: Sql, later: Sql) => Sql;
  /** Whether a text is an address inside the network; false for what is no address. */
  readonly isInNetwork: (text: Sql, network: Network) => Sql;

  /** The part of a list's element that `variable` stands for; without a part the element itself. */
  readonly element: (variable: string, part?: string) => Sql;
  /** Whether the condition holds for an element of the list, `variable` in it. A missing list has none. */
  readonly someElement: (list: Sql, variable: string, condition: Sql) => Sql;
  /** The list, or one missing element if it has none. */
  readonly orMissing: (list: Sql) => Sql;
  /** What `value` gives for those elements that meet the condition. */
  readonly elements: (list: Sql, variable: string, condition: Sql, value: Sql) => Sql;
  readonly list: (values: readonly Sql[]) => Sql;
  /** A list of texts, also of none. */
  readonly texts: (values: readonly Sql[]) => Sql;
  /** No list of texts: null in its type. */
  readonly noTexts: () => Sql;
  /** Each value of the list once. */
  readonly distinct: (list: Sql) => Sql;
  /** A list of lists as one list. */
  readonly flatten: (lists: Sql) => Sql;
  readonly concat: (lists: readonly Sql[]) => Sql;
  readonly hasElements: (list: Sql) => Sql;
  /** Those elements that are not null. */
  readonly present: (list: Sql) => Sql;
  /** One row for each element that is not null: an expression of a select list. */
  readonly unnest: (list: Sql) => Sql;

  /** What stands at JSON pointers (RFC 6901) in a JSON text: a list of JSON values, null for one that is not there. */
  readonly jsonAt: (json: Sql, pointers: readonly string[]) => Sql;
  /** What stands at one of them in a JSON value. */
  readonly jsonOf: (value: Sql, pointer: string) => Sql;
  readonly isJsonArray: (value: Sql) => Sql;
  /** The elements of an array as JSON values. */
  readonly jsonElements: (array: Sql) => Sql;
  /** The n-th of a list, counted from 0. */
  readonly nth: (list: Sql, index: number) => Sql;
  /** A JSON value as text: what is inside of a string, JSON for arrays and objects, null for JSON's null. */
  readonly jsonText: (value: Sql) => Sql;
  /** An array's elements as texts, and anything else alone; missing values are left out. */
  readonly jsonTexts: (value: Sql) => Sql;
  /** The list, and behind it the JSON value as text if it is an array. */
  readonly withWhole: (list: Sql, value: Sql) => Sql;

  readonly count: (window: Window, condition?: Sql) => Sql;
  /** `max` and `min` leave out null. */
  readonly aggregate: (name: 'max' | 'min' | 'sum' | 'avg', value: Sql, window: Window) => Sql;
  readonly countDistinct: (value: Sql, window: Window) => Sql;
  /** `percentile` from 0 to 100, interpolated between two values. */
  readonly percentile: (value: Sql, percentile: number, window: Window) => Sql;
}
