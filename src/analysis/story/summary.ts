import type { StageId } from '../../shape/story.ts';
import type { Chapter, Deed, Foreigner } from './chapter.ts';
import { count, list, sentence } from './english.ts';

const distinct = (values: readonly (string | null)[]): string[] => [
  ...new Set(values.filter((value): value is string => value !== null && value !== '')),
];
const times = (deeds: readonly Deed[]): number => deeds.reduce((sum, deed) => sum + deed.times, 0);
const ofKind = ({ deeds }: Chapter, ...kinds: readonly string[]): Deed[] =>
  deeds.filter(({ kind }) => kinds.includes(kind));
const actors = (deeds: readonly Deed[]): string => list(distinct(deeds.map(({ actor }) => actor)));
const targets = (deeds: readonly Deed[]): string[] => distinct(deeds.map(({ target }) => target));
const details = (deeds: readonly Deed[]): string[] =>
  distinct(deeds.flatMap(({ detail }) => (detail ?? '').split(' ').filter((word) => word !== '')));
const plural = (names: readonly string[], singular: string, more: string): string =>
  `${names.length === 1 ? singular : more} ${list(names)}`;

/** More sprayed accounts are only counted: their names say nothing about the intruder. */
const namedAtMost = 3;

/** ` from 9 addresses in 7 networks (CA, GB, US)`, or nothing where no address is known. */
function whence({ addresses, networks, countries }: Chapter): string {
  if (addresses === 0) return '';
  const where = networks > 1 ? ` in ${count(networks, 'network')}` : '';
  return ` from ${count(addresses, 'address', 'addresses')}${where}${countries.length > 0 ? ` (${list(countries)})` : ''}`;
}

type Told = (chapter: Chapter) => string[];

const stages: Readonly<Record<StageId, Told>> = {
  spray: (chapter) => {
    const accounts = distinct(chapter.deeds.map(({ actor }) => actor));
    const guesses = times(chapter.deeds);
    return [
      `${count(guesses, 'password was', 'passwords were')} tried at ${accounts.length <= namedAtMost ? list(accounts) : count(accounts.length, 'account')}${whence(chapter)}`,
    ];
  },
  foothold: (chapter) => {
    const entries = ofKind(chapter, 'sign-in');
    const resets = ofKind(chapter, 'password');
    return [
      ...(entries.length > 0
        ? [
            `${actors(entries)} signed in ${count(times(entries), 'time')}${whence(chapter)}, where the account had not been before`,
          ]
        : []),
      ...(resets.length > 0
        ? [`${actors(resets)} reset ${plural(targets(resets), 'the password of', 'the passwords of')}`]
        : []),
    ];
  },
  'mfa-enrolment': (chapter) => {
    const enrolled = ofKind(chapter, 'second-factor');
    return [`a second factor was enrolled for ${list(targets(enrolled))}`];
  },
  'application-credential': (chapter) => [
    ...perActor(
      ofKind(chapter, 'credential'),
      (deeds) => `${addedCredentials(deeds)} to ${plural(targets(deeds), 'the application', 'the applications')}`,
    ),
    ...perActor(
      ofKind(chapter, 'owner'),
      (deeds) =>
        `made ${list(distinct(deeds.map(({ detail }) => detail))) || 'somebody'} an owner of ${plural(targets(deeds), 'the application', 'the applications')}`,
    ),
    ...requests(chapter),
  ],
  'malicious-application': (chapter) => [
    ...perActor(
      ofKind(chapter, 'application'),
      (deeds) => `created ${plural(targets(deeds), 'the application', 'the applications')}`,
    ),
    ...(ofKind(chapter, 'application').length === 0
      ? perActor(
          ofKind(chapter, 'service-principal'),
          (deeds) => `brought ${plural(targets(deeds), 'the application', 'the applications')} into the tenant`,
        )
      : []),
    ...perActor(
      ofKind(chapter, 'credential'),
      (deeds) => `${addedCredentials(deeds)} to ${targets(deeds).length === 1 ? 'it' : 'them'}`,
    ),
    ...requests(chapter),
  ],
  'service-principal-sign-in': (chapter) => [
    `${plural(distinct(chapter.deeds.map(({ actor }) => actor)), 'the application', 'the applications')} signed in ${count(times(chapter.deeds), 'time')}${whence(chapter)}`,
  ],
  enumeration: (chapter) => [
    `${actors(chapter.deeds)} made ${count(times(chapter.deeds), 'request')} to Microsoft Graph to look around: ${list(distinct(chapter.deeds.map(({ detail }) => (detail ?? '').split('?', 1)[0] ?? '')))}`,
  ],
  'new-user': (chapter) => [
    ...perActor(ofKind(chapter, 'user'), (deeds) => `created ${plural(targets(deeds), 'the account', 'the accounts')}`),
    ...requests(chapter),
  ],
  consent: (chapter) => {
    const consents = ofKind(chapter, 'consent', 'delegated-grant');
    return [
      ...perActor(
        consents.length > 0 ? consents : ofKind(chapter, 'service-principal'),
        (deeds) =>
          `consented to ${plural(targets(deeds), 'the application', 'the applications')}${details(consents).length > 0 ? ` with the permissions ${list(details(consents))}` : ''}`,
      ),
      ...requests(chapter),
    ];
  },
  'directory-role': (chapter) => [
    ...perTarget(
      ofKind(chapter, 'directory-role'),
      (target, deeds) =>
        `gave ${target} ${plural(distinct(deeds.map(({ detail }) => detail)), 'the role', 'the roles')}`,
    ),
    ...perActor(
      ofKind(chapter, 'federation'),
      (deeds) => `changed how domains sign in (${list(distinct(deeds.map(({ detail }) => detail)))})`,
    ),
    ...requests(chapter),
  ],
  'full-access': (chapter) => [
    ...perActor(
      ofKind(chapter, 'app-role'),
      (deeds) => `granted ${list(details(deeds))} to ${plural(targets(deeds), 'the application', 'the applications')}`,
    ),
    ...perActor(
      ofKind(chapter, 'mailbox-right'),
      (deeds) => `gave rights over mailboxes (${list(distinct(deeds.map(({ detail }) => detail)))})`,
    ),
    ...requests(chapter),
  ],
  'mail-access': (chapter) => {
    const reads = ofKind(chapter, 'mail', 'request');
    const mailboxes = distinct(reads.map(({ detail }) => detail));
    return [`${actors(reads)} read mail in ${count(mailboxes.length, 'mailbox', 'mailboxes')}: ${list(mailboxes)}`];
  },
  hiding: (chapter) => [
    ...perActor(ofKind(chapter, 'mail-rule'), (deeds) => `made ${count(times(deeds), 'rule')} for incoming mail`),
    ...perActor(
      ofKind(chapter, 'hiding'),
      (deeds) => `removed traces or protection (${list(distinct(deeds.map(({ detail }) => detail)))})`,
    ),
  ],
};

/** What a stage was: who did what to whom, and from where, as parts of a sentence. */
export function clausesOf(chapter: Chapter): string[] {
  return [...stages[chapter.stage](chapter), ...foreignClauses(chapter.foreigners)];
}

/** One clause for each tenant, of its applications and of its accounts. */
function foreignClauses(foreigners: readonly Foreigner[]): string[] {
  const clauses = foreigners.map(({ tenantId, isInCase, isAccount }) => {
    const of = isInCase ? 'another tenant of this case' : 'another organisation';
    return { isAccount, of: `${of}${tenantId === null ? '' : ` (tenant ${tenantId})`}` };
  });
  return distinct(
    foreigners.map((_, index) => {
      const own = clauses[index];
      const names = foreigners
        .filter((_other, at) => clauses[at]?.of === own?.of && clauses[at]?.isAccount === own?.isAccount)
        .map(({ name }) => name);
      const what = own?.isAccount === true ? ['a guest', 'guests'] : ['an application', 'applications'];
      return `${list(names)} ${names.length === 1 ? `is ${what[0]}` : `are ${what[1]}`} of ${own?.of}`;
    }),
  );
}

/** The same as one sentence. */
export function summaryOf(chapter: Chapter): string {
  return sentence(clausesOf(chapter).join('; '));
}

/** One clause for each actor. */
function perActor(deeds: readonly Deed[], clause: (deeds: readonly Deed[]) => string): string[] {
  return distinct(deeds.map(({ actor }) => actor)).map(
    (actor) => `${actor} ${clause(deeds.filter((deed) => deed.actor === actor))}`,
  );
}

function perTarget(deeds: readonly Deed[], clause: (target: string, deeds: readonly Deed[]) => string): string[] {
  return perActor(deeds, (own) =>
    list(
      targets(own).map((target) =>
        clause(
          target,
          own.filter((deed) => deed.target === target),
        ),
      ),
    ),
  );
}

function addedCredentials(deeds: readonly Deed[]): string {
  return times(deeds) === 1 ? 'added a credential' : `added ${count(times(deeds), 'credential')}`;
}

/** Requests alone, where no audit record tells what they did. */
function requests(chapter: Chapter): string[] {
  const made = ofKind(chapter, 'request');
  if (made.length < chapter.deeds.length || made.length === 0) return [];
  return [`${actors(made)} asked Microsoft Graph for it: ${list(distinct(made.map(({ detail }) => detail)))}`];
}
