import { Random } from '../random.ts';
import type { Account } from './account.ts';
import { staff, testAccounts } from './account.ts';
import { azurePortal, exchangeOnline, microsoftGraph, officeHome, outlook } from './application.ts';
import type { Chronicle } from './chronicle.ts';
import { newInboxRule, ownerMailAccess } from './make-mailbox-audit.ts';
import { userSignIn } from './make-sign-in.ts';
import { unifiedSignIn } from './make-unified-audit.ts';
import { allDays, later, momentWithin, workingDays } from './moment.ts';
import { firstDay, lastDay, officeHours } from './period.ts';

/** Everybody's ordinary days: sign-ins at the office and at home, tokens renewed, mistyped passwords, own mail, tidy mailboxes. */
export function tellEveryday(production: Chronicle, seed: string): void {
  for (const account of staff) {
    const random = new Random(`${seed} everyday ${account.displayName}`);
    const atWork = new Set(workingDays(firstDay, lastDay));
    for (const day of allDays(firstDay, lastDay)) {
      if (random.chance(atWork.has(day) ? 0.16 : 0.02)) signInAtDesk(production, random, account, day);
      // Somebody is always on call, so that no day is without a sign-in.
      if (random.chance(account.displayName === 'Service Desk' ? 1 : 0.17))
        renewToken(production, random, account, day);
      if (random.chance(0.015)) {
        const time = momentWithin(random, day, officeHours.from, officeHours.to);
        production.unifiedAudit(ownerMailAccess(random, time, account, account.office));
      }
    }
  }
  tidyMailboxes(production, new Random(`${seed} tidy`));
}

/** The test tenant is almost forgotten: one account still works now and then, without a second factor. */
export function tellTestTenant(test: Chronicle, seed: string): void {
  const random = new Random(`${seed} test tenant`);
  for (const day of workingDays(firstDay, lastDay)) {
    const account = testAccounts[random.integer(1, 2)];
    if (account === undefined || !random.chance(0.35)) continue;
    const time = momentWithin(random, day, officeHours.from, officeHours.to);
    const usual = {
      account,
      place: account.office,
      client: azurePortal,
      resource: microsoftGraph,
      kind: 'interactiveUser',
      isMultiFactor: false,
    } as const;
    if (random.chance(0.15)) test.signIn(userSignIn(random, { ...usual, time, errorCode: 50126 }));
    test.signIn(userSignIn(random, { ...usual, time: later(time, 0.5) }));
  }
}

function signInAtDesk(production: Chronicle, random: Random, account: Account, day: string): void {
  const place = random.chance(0.3) ? account.home : account.office;
  const time = momentWithin(random, day, officeHours.from, officeHours.to);
  const usual = {
    account,
    place,
    client: account.displayName.endsWith('Admin') ? azurePortal : officeHome,
    resource: microsoftGraph,
    kind: 'interactiveUser',
    isMultiFactor: true,
  } as const;
  if (random.chance(0.12)) {
    const mistyped = production.signIn(userSignIn(random, { ...usual, time, errorCode: 50126, isMultiFactor: false }));
    production.unifiedAudit(unifiedSignIn(mistyped));
  }
  const signIn = production.signIn(userSignIn(random, { ...usual, time: later(time, random.integer(1, 40) / 20) }));
  if (random.chance(0.4)) production.unifiedAudit(unifiedSignIn(signIn));
}

function renewToken(production: Chronicle, random: Random, account: Account, day: string): void {
  const place = random.chance(0.3) ? account.home : account.office;
  const time = momentWithin(random, day, officeHours.from - 1, officeHours.to);
  production.signIn(
    userSignIn(random, {
      account,
      place,
      time,
      client: outlook,
      resource: exchangeOnline,
      kind: 'nonInteractiveUser',
      isMultiFactor: true,
    }),
  );
}

function tidyMailboxes(production: Chronicle, random: Random): void {
  const rules = [
    ['2023-11-21', 14, { Name: 'Newsletters', FromAddressContainsWords: 'newsletter', MoveToFolder: 'Newsletters' }],
    ['2023-12-07', 10, { Name: 'Invoices', SubjectContainsWords: 'invoice', MoveToFolder: 'Invoices' }],
    ['2024-01-04', 22, { Name: 'Parking', SubjectContainsWords: 'parking permit', MoveToFolder: 'Parking' }],
  ] as const;
  for (const [day, number, parameters] of rules) {
    const by = staff[number];
    if (by === undefined) continue;
    const time = momentWithin(random, day, officeHours.from, officeHours.to);
    production.unifiedAudit(newInboxRule(random, { time, by, place: by.office, mailbox: by, parameters }));
  }
}
