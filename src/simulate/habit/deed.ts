import type { ClientCode } from '../population/client.ts';

/** What a deed is, in the uppermost three bits of its code; `told` is a record that somebody made as a whole. */
export const deedKind = { signIn: 0, workload: 1, ownMail: 2, workloadMail: 3, graph: 4, told: 5 } as const;
const kindShift = 28;

export const kindOf = (code: number): number => code >>> kindShift;

/** In which way a person signs in. */
export const forms = [
  'interactive',
  'renewal',
  'password-flow',
  'IMAP4',
  'Authenticated SMTP',
  'Exchange ActiveSync',
] as const;
export const form = { interactive: 0, renewal: 1, passwordFlow: 2, imap: 3, smtp: 4, activeSync: 5 } as const;

/** The machine of a person that is not theirs or that the tenant does not know. */
export const unknownMachine = 3;

/** A person's sign-in: client (11 bits), outcome (5), use (5), form (3), machine (2). */
export function signInCode(
  client: ClientCode,
  outcome: number,
  use: number,
  formNumber: number,
  machine: number,
): number {
  return client | (outcome << 11) | (use << 16) | (formNumber << 21) | (machine << 24);
}

export const clientPart = (code: number): ClientCode => code & 0x7ff;
export const outcomePart = (code: number): number => (code >>> 11) & 31;
export const usePart = (code: number): number => (code >>> 16) & 31;
export const formPart = (code: number): number => (code >>> 21) & 7;
export const machinePart = (code: number): number => (code >>> 24) & 3;

/** Known machines differ in nothing but their id. */
export const withoutMachine = (code: number): number =>
  machinePart(code) === unknownMachine ? code : code & ~(3 << 24);

/** A sign-in of an application: which one (8 bits), outcome (5). */
export const workloadCode = (workload: number, outcome: number): number =>
  (deedKind.workload << kindShift) | (outcome << 11) | workload;
export const workloadPart = (code: number): number => code & 255;

export const folders = ['\\Inbox', '\\Sent Items', '\\Archive', '\\Projects'] as const;
export const mailClients = ['outlook', 'web', 'phone'] as const;

/** Mail read by its owner: messages (3 bits; 0 is a whole folder), folder (2), client (2). */
export const ownMailCode = (messages: number, folder: number, mailClient: number): number =>
  (deedKind.ownMail << kindShift) | (messages << 8) | (folder << 12) | (mailClient << 14);
/** Mail read by an application: which one (8 bits), messages (3), folder (2). */
export const workloadMailCode = (workload: number, messages: number, folder: number): number =>
  (deedKind.workloadMail << kindShift) | workload | (messages << 8) | (folder << 12);
export const messagesPart = (code: number): number => (code >>> 8) & 7;
export const folderPart = (code: number): number => (code >>> 12) & 3;
export const mailClientPart = (code: number): number => (code >>> 14) & 3;

/** A request of an application to Microsoft Graph: which application (8 bits), which of its paths (3). */
export const graphCode = (workload: number, path: number): number =>
  (deedKind.graph << kindShift) | workload | (path << 8);
export const pathPart = (code: number): number => (code >>> 8) & 7;

export const toldCode = deedKind.told << kindShift;
