import { Random } from '../random.ts';
import { tenant, testTenant } from '../tenant.ts';
import type { Place } from './place.ts';
import { calgaryOffice, homeOf, torontoOffice } from './place.ts';

/** A mailbox and sign-in of the simulated company, named for its function. */
export interface Account {
  readonly id: string;
  readonly displayName: string;
  readonly userPrincipalName: string;
  readonly tenantId: string;
  readonly office: Place;
  readonly home: Place;
  readonly deviceId: string;
  readonly mailboxGuid: string;
  readonly operatingSystem: string;
  readonly browser: string;
  readonly userAgent: string;
}

const functions = [
  'Chief Executive',
  'Chief Finance',
  'Chief Legal',
  'Chief Security',
  'Threat Analyst',
  'Security Engineer',
  'Identity Admin',
  'Exchange Admin',
  'Service Desk',
  'Board Secretary',
  'Accounts Payable',
  'Payroll',
  'Recruiting',
  'People Partner',
  'Sales North',
  'Sales South',
  'Marketing',
  'Product Lead',
  'Developer One',
  'Developer Two',
  'Developer Three',
  'Data Analyst',
  'Facilities',
  'Procurement',
  'Press Office',
] as const;

const testFunctions = ['Legacy App Test', 'QA One', 'QA Two', 'Integration', 'Demo Admin', 'Build Agent'] as const;

const machines = [
  {
    operatingSystem: 'Windows10',
    browser: 'Edge 120.0.2210',
    userAgent:
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36 Edg/120.0.2210.91',
  },
  {
    operatingSystem: 'MacOs',
    browser: 'Safari 17.1',
    userAgent:
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.1 Safari/605.1.15',
  },
] as const;

function accountsOf(names: readonly string[], tenantId: string, domain: string, offset: number): Account[] {
  return names.map((displayName, index) => {
    const random = new Random(`account ${domain} ${displayName}`);
    return {
      id: random.uuid(),
      displayName,
      userPrincipalName: `${displayName.toLowerCase().replaceAll(' ', '.')}@${domain}`,
      tenantId,
      office: index % 3 === 0 ? torontoOffice : calgaryOffice,
      home: homeOf(index + offset),
      deviceId: random.uuid(),
      mailboxGuid: random.uuid(),
      ...random.pick([machines[0], machines[0], machines[1]]),
    };
  });
}

export const staff: readonly Account[] = accountsOf(functions, tenant.id, tenant.domain, 0);
export const testAccounts: readonly Account[] = accountsOf(testFunctions, testTenant.id, testTenant.domain, 100);

/** Throws a RangeError for a name that nobody has. */
export function accountNamed(displayName: (typeof functions)[number] | (typeof testFunctions)[number]): Account {
  const account = [...staff, ...testAccounts].find((candidate) => candidate.displayName === displayName);
  if (account === undefined) throw new RangeError(`no account ${displayName}`);
  return account;
}
