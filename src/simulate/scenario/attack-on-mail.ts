import { Random } from '../random.ts';
import type { Account } from './account.ts';
import { accountNamed } from './account.ts';
import { exchangeOnline, malicious, microsoftGraph } from './application.ts';
import { maliciousKeyId } from './attack-on-test-tenant.ts';
import type { Chronicle } from './chronicle.ts';
import { graphActivity } from './make-graph-activity.ts';
import { applicationMailAccess } from './make-mailbox-audit.ts';
import { servicePrincipalSignIn } from './make-sign-in.ts';
import { later, momentWithin } from './moment.ts';
import type { Place } from './place.ts';

const visits: readonly (readonly [day: string, mailboxes: readonly Account[], messages: number])[] = [
  ['2023-12-27', [accountNamed('Chief Security'), accountNamed('Threat Analyst')], 6],
  ['2024-01-02', [accountNamed('Chief Executive'), accountNamed('Chief Legal')], 8],
  ['2024-01-05', [accountNamed('Chief Security'), accountNamed('Security Engineer')], 7],
  ['2024-01-09', [accountNamed('Chief Executive'), accountNamed('Board Secretary')], 9],
  ['2024-01-11', [accountNamed('Chief Legal'), accountNamed('Threat Analyst')], 5],
];

/** Mail of executives and of the security team, read over Exchange Web Services and a little over Graph, a home a visit. */
export function tellAttackOnMail(production: Chronicle, seed: string, nextProxy: () => Place): void {
  const random = new Random(`${seed} attack on mail`);
  const [reader, second] = malicious;
  for (const [day, mailboxes, messages] of visits) {
    const signIn = production.signIn(
      servicePrincipalSignIn(random, {
        time: momentWithin(random, day, 1, 7),
        application: reader,
        place: nextProxy(),
        resource: exchangeOnline,
        keyId: maliciousKeyId(reader),
      }),
      'service-principal-sign-in',
    );
    for (const [index, mailbox] of mailboxes.entries()) {
      for (const [part, folder] of ['\\Inbox', '\\Sent Items'].entries()) {
        // The most visited mailbox passes the limit of records a day.
        const isThrottled = day === '2024-01-09' && index === 0 && part === 1;
        const record = applicationMailAccess(random, {
          time: later(signIn.createdDateTime, 2 + index * 9 + part * 4),
          application: reader,
          signIn,
          api: exchangeOnline,
          clientInfo: 'Client=WebServices;ExchangeServicesClient/15.00.0913.015;',
          mailbox,
          folder,
          messages: isThrottled ? messages + 3 : messages,
          isThrottled,
        });
        production.unifiedAudit(record, 'mail-access');
      }
    }
  }

  const signIn = production.signIn(
    servicePrincipalSignIn(random, {
      time: momentWithin(random, '2024-01-10', 2, 3),
      application: second,
      place: nextProxy(),
      resource: microsoftGraph,
      keyId: maliciousKeyId(second),
    }),
    'service-principal-sign-in',
  );
  for (const [index, name] of (['Chief Executive', 'Chief Security', 'Threat Analyst'] as const).entries()) {
    const request = graphActivity(random, {
      time: later(signIn.createdDateTime, 1 + index * 2),
      application: second,
      signIn,
      method: 'GET',
      path: `/users/${accountNamed(name).id}/messages?$search="midnight"&$top=25`,
      status: index === 2 ? 403 : 200,
      roles: 'Mail.Read',
      userAgent: 'python-requests/2.31.0',
    });
    production.graphActivity(request, 'mail-access');
  }
}
