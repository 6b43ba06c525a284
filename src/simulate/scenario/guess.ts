import type { Client as Machine } from '../population/client.ts';
import type { Population } from '../population/population.ts';
import type { Random } from '../random.ts';
import type { Client } from './application.ts';
import { azurePortal, exchangeOnline, microsoftGraph, officeHome, outlook } from './application.ts';

import type { UserSignIn } from './make-sign-in.ts';
import type { Parameters } from './parameter.ts';

const clients: Readonly<Record<Parameters['guessApplication'], Client>> = {
  'microsoft-office': outlook,
  'azure-portal': azurePortal,
  'office-home': officeHome,
  'azure-powershell': { displayName: 'Microsoft Azure PowerShell', appId: '1950a258-227b-4e31-a9cf-717495945fc2' },
  'azure-cli': { displayName: 'Microsoft Azure CLI', appId: '04b07795-8ddb-461a-bbee-02f9e1bf7b46' },
  'exchange-online': exchangeOnline,
};

/** As the logs name protocols of old. */
const legacyProtocols: Readonly<Partial<Record<Parameters['guessProtocol'], string>>> = {
  imap: 'IMAP4',
  smtp: 'Authenticated SMTP',
  ews: 'Exchange Web Services',
};

const chrome = (version: number): Machine => ({
  operatingSystem: 'Windows10',
  browser: `Chrome ${version}.0.0`,
  userAgent: `Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version}.0.0.0 Safari/537.36`,
});

/** What the intruder shows as its own machine. */
export const intruderMachine: Machine = chrome(119);

const machines: readonly Machine[] = [
  intruderMachine,
  chrome(118),
  chrome(116),
  {
    operatingSystem: 'Windows10',
    browser: 'Firefox 120.0',
    userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:120.0) Gecko/20100101 Firefox/120.0',
  },
  {
    operatingSystem: 'Linux',
    browser: 'Firefox 115.0',
    userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:115.0) Gecko/20100101 Firefox/115.0',
  },
];

/** How every guess of an intruder looks: application, protocol and machine. */
export function guessLike(
  random: Random,
  population: Population,
  day: string,
  {
    guessApplication,
    guessProtocol,
    userAgents,
  }: Pick<Parameters, 'guessApplication' | 'guessProtocol' | 'userAgents'>,
): Pick<UserSignIn, 'client' | 'resource' | 'kind' | 'isMultiFactor'> & Partial<UserSignIn> {
  const legacyProtocol = legacyProtocols[guessProtocol];
  const foreignMachine =
    userAgents === 'fixed'
      ? intruderMachine
      : userAgents === 'pool'
        ? random.pick(machines)
        : population.commonClient(random, day);
  return {
    client: clients[guessApplication],
    resource: legacyProtocol === undefined && guessApplication !== 'exchange-online' ? microsoftGraph : exchangeOnline,
    kind: 'interactiveUser',
    isMultiFactor: false,
    isPasswordFlow: guessProtocol === 'ropc',
    foreignMachine,
    ...(legacyProtocol === undefined ? {} : { legacyProtocol }),
  };
}
