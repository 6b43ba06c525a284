/**
 * The steps of an intrusion, in the order in which they usually follow each other. The simulation's `truth.json` and the
 * stories that are told of a case use the same names.
 */
export const stageIds = [
  'spray',
  'foothold',
  'mfa-enrolment',
  'application-credential',
  'malicious-application',
  'service-principal-sign-in',
  'enumeration',
  'new-user',
  'consent',
  'directory-role',
  'full-access',
  'mail-access',
  'hiding',
] as const;

export type StageId = (typeof stageIds)[number];

/** How sure a story is that what it tells was an intrusion. */
export type Confidence = 'high' | 'medium' | 'low';

/** What can be said of a mailbox that was read: these messages, these folders as a whole, or everything in a time. */
export type MailCertainty = 'messages' | 'folder' | 'window';
