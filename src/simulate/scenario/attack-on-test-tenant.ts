import { Random } from '../random.ts';
import { testTenant } from '../tenant.ts';
import { accountNamed, testAccounts } from './account.ts';
import { azurePortal, legacyTest, malicious, microsoftGraph, outlook } from './application.ts';
import { addApplication, addApplicationSecret, addServicePrincipal } from './change-of-application.ts';
import { registerSecurityInfo } from './change-of-user.ts';
import type { Chronicle } from './chronicle.ts';
import type { StageId } from '../../shape/story.ts';
import type { Change } from './make-audit.ts';
import { directoryAudit } from './make-audit.ts';
import { userSignIn } from './make-sign-in.ts';
import { later, momentWithin, workingDays } from './moment.ts';
import type { Place } from './place.ts';

/** The secret that the attacker adds to the legacy application; its sign-ins name it. */
export const stolenKeyId = new Random('attacker key').uuid();

const userAgents = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/119.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:120.0) Gecko/20100101 Firefox/120.0',
] as const;

/**
 * Few guesses a day, one address a guess, six accounts; one without a second factor falls, and the attacker enrols one.
 * With it comes the legacy application, whose registration lives in this tenant.
 */
export function tellAttackOnTestTenant(test: Chronicle, seed: string, nextProxy: () => Place): void {
  const random = new Random(`${seed} attack on test tenant`);
  const fallen = accountNamed('Legacy App Test');
  const guess = { client: outlook, resource: microsoftGraph, kind: 'interactiveUser', isMultiFactor: false } as const;

  for (const [index, day] of workingDays('2023-11-24', '2023-12-01').entries()) {
    for (let attempt = 0; attempt < 3 + (index % 3); attempt += 1) {
      const account = random.pick(testAccounts);
      const time = momentWithin(random, day, 4 + attempt * 4, 8 + attempt * 4);
      const errorCode = account.displayName === 'Build Agent' && random.chance(0.5) ? 50053 : 50126;
      const foreignUserAgent = random.pick(userAgents);
      test.signIn(
        userSignIn(random, {
          ...guess,
          account,
          time,
          place: nextProxy(),
          errorCode,
          isPasswordFlow: true,
          foreignUserAgent,
        }),
        'spray',
      );
    }
  }

  const foreignUserAgent = userAgents[0];
  const hit = momentWithin(random, '2023-12-04', 9, 10);
  test.signIn(
    userSignIn(random, {
      ...guess,
      account: fallen,
      time: hit,
      place: nextProxy(),
      isPasswordFlow: true,
      foreignUserAgent,
    }),
    'foothold',
  );
  const place = nextProxy();
  const entry = later(hit, 95);
  test.signIn(
    userSignIn(random, { ...guess, account: fallen, client: azurePortal, time: entry, place, foreignUserAgent }),
    'foothold',
  );

  const change = (stage: StageId, details: Change) => test.directoryAudit(directoryAudit(random, details), stage);
  const by = { account: fallen, place };
  change('mfa-enrolment', registerSecurityInfo(fallen, { time: later(entry, 11), by }));
  change(
    'application-credential',
    addApplicationSecret(legacyTest, stolenKeyId, 'sync', { time: later(entry, 52), by }),
  );

  // Two weeks later, from yet another home.
  const again = momentWithin(random, '2023-12-18', 10, 11);
  const secondPlace = nextProxy();
  test.signIn(
    userSignIn(random, {
      ...guess,
      account: fallen,
      client: azurePortal,
      time: again,
      place: secondPlace,
      foreignUserAgent,
    }),
    'malicious-application',
  );
  for (const [index, application] of malicious.entries()) {
    const when = { time: later(again, 8 + index * 5), by: { account: fallen, place: secondPlace } };
    change('malicious-application', addApplication(application, when));
    const own = new Random(`${testTenant.id} ${application.displayName}`).uuid();
    change(
      'malicious-application',
      addServicePrincipal({ ...application, servicePrincipalId: own }, { ...when, time: later(when.time, 0.1) }),
    );
    change(
      'malicious-application',
      addApplicationSecret(application, maliciousKeyId(application), 'main', { ...when, time: later(when.time, 2) }),
    );
  }
}

/** The secret that an application of the attacker signs in with. */
export function maliciousKeyId(application: { readonly displayName: string }): string {
  return new Random(`malicious key ${application.displayName}`).uuid();
}
