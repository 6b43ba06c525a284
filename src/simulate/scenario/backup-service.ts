import { Random } from '../random.ts';
import { staff } from './account.ts';
import { backupRotation } from './administration.ts';
import { backup, microsoftGraph, payrollSync } from './application.ts';
import type { Chronicle } from './chronicle.ts';
import { graphActivity } from './make-graph-activity.ts';
import { applicationMailAccess } from './make-mailbox-audit.ts';
import { servicePrincipalSignIn } from './make-sign-in.ts';
import { later, momentWithin, allDays } from './moment.ts';
import { calgaryOffice, dataCentre } from './place.ts';
import { firstDay, lastDay } from './period.ts';

/** The backup reads a mailbox every night through Graph, executives' too; another application reads the users. Both rightly. */
export function tellServices(production: Chronicle, seed: string): void {
  const random = new Random(`${seed} services`);
  for (const [index, day] of allDays(firstDay, lastDay).entries()) {
    backUp(production, random, day, index);
    if (index % 7 === 0 && day > '2023-11-16') readUsers(production, random, day);
  }
}

function backUp(production: Chronicle, random: Random, day: string, run: number): void {
  const signIn = production.signIn(
    servicePrincipalSignIn(random, {
      time: momentWithin(random, day, 6, 6.3),
      application: backup,
      place: dataCentre,
      resource: microsoftGraph,
      keyId: day > backupRotation.day ? backupRotation.keyId : backup.keyId,
    }),
  );
  const mailbox = staff[run % staff.length];
  if (mailbox === undefined) return;
  const time = later(signIn.createdDateTime, 3);
  production.graphActivity(
    graphActivity(random, {
      time,
      application: backup,
      signIn,
      method: 'GET',
      path: `/users/${mailbox.id}/mailFolders/inbox/messages/delta?$top=50`,
      roles: 'Mail.Read',
      userAgent: 'HarborBackup/4.2',
    }),
  );
  production.unifiedAudit(
    applicationMailAccess(random, {
      time: later(time, 1),
      application: backup,
      signIn,
      api: microsoftGraph,
      clientInfo: 'Client=REST;Client=RESTSystem;;',
      mailbox,
      folder: '\\Inbox',
      messages: random.integer(1, 3),
    }),
  );
}

function readUsers(production: Chronicle, random: Random, day: string): void {
  const signIn = production.signIn(
    servicePrincipalSignIn(random, {
      time: momentWithin(random, day, 12, 12.2),
      application: payrollSync,
      place: { ...calgaryOffice, ipAddress: '192.0.2.30' },
      resource: microsoftGraph,
      keyId: payrollSync.keyId,
    }),
  );
  production.graphActivity(
    graphActivity(random, {
      time: later(signIn.createdDateTime, 0.2),
      application: payrollSync,
      signIn,
      method: 'GET',
      path: '/users?$select=id,displayName,employeeId&$top=100',
      roles: 'User.Read.All',
      userAgent: 'payroll-sync/1.9',
    }),
  );
}
