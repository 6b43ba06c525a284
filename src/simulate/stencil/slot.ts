/**
 * What differs between two records of one kind, each with a stand-in that occurs in no record otherwise and with the width that
 * its values have, 0 if they differ in width. Ids are told in more spellings than one, and so are times.
 */
const plan = {
  id: ['5eed0001-1d1d-4a1a-8b1b-c0ffee000001', 36],
  correlationId: ['5eed0002-1d1d-4a2a-8b2b-c0ffee000002', 36],
  sessionId: ['5eed0003-1d1d-4a3a-8b3b-c0ffee000003', 36],
  requestId: ['5eed0004-1d1d-4a4a-8b4b-c0ffee000004', 36],
  tokenId: ['ZzStencilTokenZzzzzzzA', 22],
  userId: ['5eed0005-1d1d-4a5a-8b5b-fadedfacade5', 36],
  /** Of the user's id, in capitals. */
  userIdTail: ['FADEDFACADE5', 12],
  deviceId: ['de71ce06-1d1d-4a6a-8b6b-c0ffee000006', 36],
  /** Of the device's id, in capitals. */
  deviceIdHead: ['DE71CE', 6],
  mailboxGuid: ['5eed0007-1d1d-4a7a-8b7b-c0ffee000007', 36],
  displayName: ['Zz Stencil Zz', 0],
  /** Of the user principal name, what stands before the domain. */
  signInName: ['zz.stencil.zz', 0],
  ip: ['zz:addr:zz', 0],
  autonomousSystem: ['4242424242', 5],
  city: ['Zz City Zz', 0],
  state: ['Zz State Zz', 0],
  country: ['ZzC', 2],
  latitude: ['12.34567891', 0],
  longitude: ['98.76543219', 0],
  milliseconds: ['919293949', 3],
  folderId: ['f01de2f01de2f01de2f01de2', 24],
  size: ['717273747', 5],
  duration: ['818283848', 6],
  /** The time of the record: to the millisecond, to the second, in the two American ways and as a number of milliseconds. */
  time: ['2031-07-19T13:46:52.891', 23],
  second: ['2031-07-19T13:46:52', 19],
  american: ['7/19/2031 1:46:52 PM', 0],
  americanPrecise: ['7/19/2031, 1:46:52.891 PM', 0],
  epochSecond: ['1942235212000', 13],
  /** When the token was given that the record speaks of. */
  issued: ['2031-07-19T13:35:21.357', 23],
  issuedSecond: ['2031-07-19T13:35:21', 19],
  /** Which of the file's records it is, counted from 1, and how many the file has. No record holds these stand-ins itself. */
  position: ['\u0001', 0],
  count: ['\u0002', 0],
} as const satisfies Readonly<Record<string, readonly [standIn: string, width: number]>>;

type PlannedSlot = keyof typeof plan;

/** Messages that a record of mail access names at most. */
export const itemsAtMost = 8;
const items = Array.from({ length: itemsAtMost }, (_, index) => index);

export type SlotName = PlannedSlot | `item${number}` | `itemSize${number}`;

const entries: readonly [name: SlotName, standIn: string, width: number][] = [
  ...Object.entries(plan).map(([name, [standIn, width]]) => [name as PlannedSlot, standIn, width] as const),
  ...items.map((index) => [`item${index}`, `a77e57ed0000000${index}`, 16] as const),
  ...items.map((index) => [`itemSize${index}`, `61626364${index}`, 6] as const),
].map(([name, standIn, width]) => [name, standIn, width]);

export const slotNames: readonly SlotName[] = entries.map(([name]) => name);
export const standIns: readonly string[] = entries.map(([, standIn]) => standIn);
export const slotWidths: readonly number[] = entries.map(([, , width]) => width);

/** By name, the number that a stencil knows the slot by. */
export const slot = Object.fromEntries(slotNames.map((name, index) => [name, index])) as Readonly<
  Record<SlotName, number>
>;

/** The values of one record as text. */
export type Texts = Readonly<Record<SlotName, string>>;

export const standInTexts = Object.fromEntries(entries.map(([name, standIn]) => [name, standIn])) as Texts;
