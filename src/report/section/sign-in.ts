import { bucketDays, bucketName } from '../chart/day-bucket.ts';
import { signInChart, wideBars } from '../chart/sign-in.chart.ts';
import { type Html, html } from '../page/html.ts';
import { grouped } from '../page/wording.ts';
import { type Outcome, outcomes, type SignInDay } from '../read/sign-in-outcome.ts';
import { legend } from './legend.ts';
import { type Section, table, th, thNumber } from './section.ts';

const names: Readonly<Record<Outcome, string>> = {
  success: 'Success',
  'wrong-password': 'Wrong password or name',
  locked: 'Locked out or blocked address',
  stopped: 'Password right, then stopped',
  other: 'Other failure or not stated',
};

/** Sign-ins by outcome and day. */
export function signInSection(days: readonly SignInDay[]): Section {
  return {
    id: 'sign-ins',
    title: 'Sign-ins by outcome',
    body: days.length === 0 ? html`<p>There are no sign-ins in this case.</p>` : picture(days),
  };
}

function picture(days: readonly SignInDay[]): Html {
  const totals = outcomes.map((outcome) => ({ outcome, total: days.reduce((sum, day) => sum + day[outcome], 0) }));
  const bars = bucketName(bucketDays(days[0]?.day ?? '', days.at(-1)?.day ?? '', wideBars));
  const label = `Sign-ins per day from ${days[0]?.day ?? ''} to ${days.at(-1)?.day ?? ''}: ${totals
    .map(({ outcome, total }) => `${names[outcome]} ${total}`)
    .join(', ')}.`;
  return html`<figure>
${signInChart(days, label)}
${legend(totals.map(({ outcome, total }) => ({ colour: outcome, text: names[outcome], value: grouped(total) })))}
<figcaption>Sign-ins per ${bars} (UTC), from the sign-in logs and the unified audit log; one that is in two logs counts in both.
“Password right, then stopped” means that a second factor, a registration, an expired password, a disabled account or a policy came in between: most likely whoever tried knew the password.</figcaption>
</figure>
<details class="numbers"><summary>The numbers by day</summary>
${table('Sign-ins by day and outcome', [th('Day (UTC)'), ...outcomes.map((outcome) => thNumber(names[outcome]))], days.slice(-limit).map(row))}
${days.length > limit ? html`<p class="note">The last ${limit} days.</p>` : html``}</details>`;
}

const limit = 400;

function row(day: SignInDay): Html {
  return html`<tr><th scope="row" class="time">${day.day}</th>${outcomes.map((outcome) => html`<td class="number">${grouped(day[outcome])}</td>`)}</tr>
`;
}
