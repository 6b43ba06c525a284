import { Random } from '../random.ts';
import { accountNamed, staff } from './account.ts';
import { backup, meetingPlanner, microsoftGraph, payrollSync } from './application.ts';
import {
  addAppRoleAssignment,
  addApplication,
  addApplicationSecret,
  addServicePrincipal,
  adminConsent,
} from './change-of-application.ts';
import { addToRole, addUser, registerSecurityInfo, resetPassword } from './change-of-user.ts';
import type { Chronicle } from './chronicle.ts';
import { later, momentWithin, workingDays } from './moment.ts';
import { firstDay, lastDay, officeHours } from './period.ts';
import { recordChange } from './record-change.ts';

/** When the backup's secret is renewed, and the new one: an honest twin of what the attacker does. */
export const backupRotation = { day: '2023-12-05', keyId: new Random('backup key').uuid() } as const;

/** What administrators do rightly: a new application, a consent, a key renewed, a role given, colleagues joining and forgetting. */
export function tellAdministration(production: Chronicle, seed: string): void {
  const random = new Random(`${seed} administration`);
  const identityAdmin = accountNamed('Identity Admin');
  const by = { account: identityAdmin, place: identityAdmin.office };
  const at = (day: string) => momentWithin(random, day, officeHours.from + 1, officeHours.to - 2);

  const registration = at('2023-11-16');
  recordChange(production, random, addApplication(payrollSync, { time: registration, by }));
  recordChange(production, random, addServicePrincipal(payrollSync, { time: later(registration, 0.1), by }));
  recordChange(
    production,
    random,
    addAppRoleAssignment(
      payrollSync,
      microsoftGraph,
      {
        id: 'df021288-bdef-4463-88db-98f22de89214',
        value: 'User.Read.All',
        displayName: "Read all users' full profiles",
      },
      { time: later(registration, 6), by },
    ),
  );

  const consent = at('2023-11-22');
  const correlationId = random.uuid();
  recordChange(production, random, addServicePrincipal(meetingPlanner, { time: consent, by, correlationId }));
  for (const change of adminConsent(meetingPlanner, microsoftGraph, 'User.Read Calendars.Read', {
    time: later(consent, 0.02),
    by,
    correlationId,
  }))
    recordChange(production, random, change);

  const rotation = at(backupRotation.day);
  recordChange(
    production,
    random,
    addApplicationSecret(backup, backupRotation.keyId, 'backup 2024', { time: rotation, by }),
  );

  recordChange(
    production,
    random,
    addToRole(
      accountNamed('Service Desk'),
      {
        templateId: '729827e3-9c14-49f7-bb1b-9608f156bbb8',
        displayName: 'Helpdesk Administrator',
        wellKnownName: 'HelpdeskAdministrators',
      },
      { time: at('2023-12-11'), by },
    ),
  );

  const joined = accountNamed('Data Analyst');
  recordChange(production, random, addUser(joined, { time: at('2023-11-14'), by }));
  const enrolment = at('2023-11-15');
  recordChange(
    production,
    random,
    registerSecurityInfo(joined, { time: enrolment, by: { account: joined, place: joined.office } }),
  );

  const serviceDesk = accountNamed('Service Desk');
  for (const day of workingDays(firstDay, lastDay).filter(() => random.chance(0.2))) {
    recordChange(
      production,
      random,
      resetPassword(random.pick(staff.slice(10)), {
        time: at(day),
        by: { account: serviceDesk, place: serviceDesk.office },
      }),
    );
  }
}
