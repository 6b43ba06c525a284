import type { StageId } from '../../shape/story.ts';

const names: Readonly<Record<StageId, string>> = {
  spray: 'Passwords sprayed',
  foothold: 'Account taken over',
  'mfa-enrolment': 'Second factor enrolled',
  'application-credential': 'Credential added to an application',
  'malicious-application': 'Application made by the intruder',
  'service-principal-sign-in': 'Application signed in',
  enumeration: 'Directory explored',
  'new-user': 'User created',
  consent: 'Consent given',
  'directory-role': 'Directory role assigned',
  'full-access': 'Access to all mailboxes granted',
  'mail-access': 'Mail read',
  hiding: 'Traces hidden',
};

const known = new Map<string, string>(Object.entries(names));

/** A step of an intrusion as the reader knows it; an unknown one by its own name. */
export function stageName(stage: string): string {
  return known.get(stage) ?? stage;
}

/** The variable of the palette with the step's colour. */
export function stageColour(stage: string): string {
  return known.has(stage) ? `stage-${stage}` : 'ink-2';
}
