import { changeMethods } from './change-methods.ts';
import type { Ground } from './ground.ts';
import { idOf } from './ground.ts';

const lesson = 'self-enrolment';

/** Anybody who knows a password registers the second factor, wherever they are; and accounts that wait for it. */
export function plantSelfEnrolment(ground: Ground): void {
  const { directory, findings } = ground;
  const { population, clock, tenantId } = directory;
  directory.conditionalAccess.delete('registration');
  const open = 'no policy is about the registration of security information';
  findings.plant(lesson, 'registration-open-from-anywhere', [tenantId], open);
  findings.plant(lesson, 'registration-from-managed-devices', [tenantId], open);
  const waiting = ['Reception Desk', 'Meeting Room Panel', 'Trainee Account'].map((displayName) =>
    directory.addUser({
      id: idOf(ground, displayName),
      displayName,
      userPrincipalName: `${displayName.toLowerCase().replaceAll(' ', '.')}@${population.domain}`,
      createdDateTime: clock.before(40),
      lastPasswordChange: clock.before(40),
      lastSignIn: null,
      lastNonInteractiveSignIn: null,
      lastSuccessfulSignIn: null,
      methods: [],
      isMfaCapable: false,
    }),
  );
  findings.plant(
    lesson,
    'mfa-never-registered',
    waiting.map(({ id }) => id),
    'the account was made and never set up',
  );
  changeMethods(directory, (method) =>
    method['id'] === 'TemporaryAccessPass'
      ? { ...method, isUsableOnce: false, maximumLifetimeInMinutes: 43_200 }
      : method,
  );
  findings.plant(lesson, 'temporary-access-pass', ['temporaryaccesspass'], 'a pass is good for a month');
}
