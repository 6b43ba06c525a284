/** What a tenant can be weak in: the lessons of `content/lesson/`. */
export const lessonIds = [
  'forgotten-accounts',
  'no-second-factor',
  'tenant-trust',
  'self-enrolment',
  'foreign-applications',
  'privileged-applications',
  'application-credentials',
  'user-consent',
  'mailbox-access',
  'privileged-roles',
  'legacy-authentication',
  'guests-and-devices',
  'logging',
] as const;

export type LessonId = (typeof lessonIds)[number];

/** What a test tenant is like that nobody looks after. */
export const forgottenTenant: readonly LessonId[] = [
  'forgotten-accounts',
  'no-second-factor',
  'self-enrolment',
  'application-credentials',
  'user-consent',
  'legacy-authentication',
  'logging',
];

/** In which lessons the tenant failed when it was broken into, by the name of the scenario. */
const needed: Readonly<Record<string, readonly LessonId[]>> = {
  'midnight-blizzard': ['tenant-trust', 'foreign-applications', 'privileged-applications', 'application-credentials'],
  'fast-spray': ['forgotten-accounts', 'no-second-factor', 'legacy-authentication'],
  surge: ['legacy-authentication'],
  'token-theft': ['no-second-factor'],
  'consent-phish': ['user-consent', 'foreign-applications'],
};

export function neededBy(scenarios: readonly string[]): LessonId[] {
  const all = new Set(scenarios.flatMap((name) => needed[name] ?? []));
  return lessonIds.filter((id) => all.has(id));
}
