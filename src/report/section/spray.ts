import { floorDetailText, floorText, noFloorText } from '../case-text.ts';
import { bucketDays, bucketName } from '../chart/day-bucket.ts';
import { sprayChart, wideBars } from '../chart/spray.chart.ts';
import { type Html, html, nothing } from '../page/html.ts';
import { counted, decimal, grouped } from '../page/wording.ts';
import type { DetectionFloor, SprayDay, SprayMeasure, SprayWeek } from '../read/spray.ts';
import { campaignName, campaignTable } from './campaign.ts';
import { legend } from './legend.ts';
import { type Section, table, th, thNumber } from './section.ts';

/** Password sprays: the picture of guesses by day, the campaigns, the weeks, and the slowest that would have been seen. */
export function spraySection({ campaigns, days, weeks, floors }: SprayMeasure): Section {
  return {
    id: 'sprays',
    title: 'Password sprays',
    body: html`${lead(campaigns, days)}
${days.length === 0 ? nothing : picture(days, campaigns)}
${campaigns.length === 0 ? nothing : html`<h3>Campaigns</h3>\n${campaignTable(campaigns)}`}
<h3>The slowest spray that would have been seen</h3>
${floorPart(floors)}
${weeks.length === 0 ? nothing : weekPart(weeks, days)}`,
  };
}

function lead(campaigns: SprayMeasure['campaigns'], days: readonly SprayDay[]): Html {
  const guesses = days.reduce((sum, day) => sum + day.guesses, 0);
  const strange = days.reduce((sum, day) => sum + day.strange, 0);
  const noise =
    days.length === 0
      ? html`Wrong passwords could not be counted in this evidence.`
      : html`${counted(guesses, 'wrong password')} in ${counted(days.length, 'day')}, ${grouped(strange)} of them from sources that are strange to the account.`;
  if (campaigns.length > 0) {
    return html`<p>${noise} ${campaigns.length === 1 ? 'One campaign stands' : `${counted(campaigns.length, 'campaign')} stand`} out.</p>`;
  }
  return html`<p>${noise} ${days.length === 0 ? '' : 'No campaign stands out of them; one that is slower than the limits below would not.'}</p>`;
}

function picture(days: readonly SprayDay[], campaigns: SprayMeasure['campaigns']): Html {
  const bars = bucketName(bucketDays(days[0]?.day ?? '', days.at(-1)?.day ?? '', wideBars));
  const bands = campaigns.map((campaign, index) => ({ ...campaign, name: campaignName(campaign, index, campaigns) }));
  const { chart, isLogarithmic, left } = sprayChart(days, bands);
  return html`<figure>
${chart}
${legend([
  { colour: 'spray-all', text: 'All wrong passwords' },
  { colour: 'spray-strange', text: 'From sources strange to the account' },
  ...(bands.length > 0 ? [{ colour: 'stage-mail-access', text: 'Of sprays' }] : []),
  ...(bands.some(({ kind }) => kind === 'scanning') ? [{ colour: 'other', text: 'Time of scanning' }] : []),
])}
<figcaption>Wrong passwords per ${bars} (UTC). The second row has a scale of its own, so that a slow campaign is not lost in what people mistype${isLogarithmic ? '; it grows tenfold from line to line, because the busiest days are far above the others' : ''}.${bands.length > 0 ? ' A band is a campaign from its first attempt to its last.' : ''}
${left > 0 ? `${counted(left, 'more campaign')} ${left === 1 ? 'stands' : 'stand'} in the table.` : ''}</figcaption>
</figure>
`;
}

/** What would have been found, told whether or not anything was. */
export function floorPart(floors: readonly DetectionFloor[]): Html {
  if (floors.length === 0) return html`<p>${noFloorText}</p>`;
  return html`<ul class="floors">${floors.map((floor) => html`<li>${floorText(floor)} <span class="note">${floorDetailText(floor)}</span></li>\n`)}</ul>`;
}

const weekLimit = 60;

function weekPart(weeks: readonly SprayWeek[], days: readonly SprayDay[]): Html {
  const rows = weeks
    .slice(-weekLimit)
    .map(
      ({ week, attempts, accounts, growth }) =>
        html`<tr><th scope="row" class="time">${week}</th><td class="number">${grouped(attempts)}</td><td class="number">${grouped(accounts)}</td><td class="number">${growth === null ? '' : `${decimal(growth)} times`}</td></tr>\n`,
    );
  return html`<h3>Week by week</h3>
<p>${growthText(weeks, days)}</p>
<details class="numbers"><summary>The numbers by week</summary>
${table('Attempts by week', [th('Week of (Monday)'), thNumber('Attempts'), thNumber('Accounts'), thNumber('Against the week before')], rows)}
${weeks.length > weekLimit ? html`<p class="note">The last ${weekLimit} weeks; all are in <code>spray.json</code>.</p>` : nothing}</details>`;
}

/** How guesses grew: from the first whole week to the busiest, and the steepest rise within a week. */
function growthText(weeks: readonly SprayWeek[], days: readonly SprayDay[]): string {
  const whole = weeks.filter(
    ({ week }) => week >= (days[0]?.day ?? '') && addDays(week, 6) <= (days.at(-1)?.day ?? ''),
  );
  const [first, ...others] = whole;
  if (first === undefined || others.length === 0) return 'The evidence has no two whole weeks to compare.';
  const busiest = whole.reduce((best, week) => (week.attempts > best.attempts ? week : best));
  // Against a week of which only a part is there, any week has grown.
  const steepest = others.reduce((best, week) => ((week.growth ?? 0) > (best.growth ?? 0) ? week : best));
  const rise =
    (steepest.growth ?? 0) > 1
      ? ` The steepest rise was in the week of ${steepest.week}: ${decimal(steepest.growth ?? 0)} times the week before.`
      : '';
  const times = first.attempts === 0 ? '' : `, ${decimal(busiest.attempts / first.attempts)} times as many`;
  return busiest === first
    ? `The first whole week had the most: ${counted(first.attempts, 'attempt')}.${rise}`
    : `The first whole week had ${counted(first.attempts, 'attempt')}; the busiest, of ${busiest.week}, had ${grouped(busiest.attempts)}${times}.${rise}`;
}

function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);
}
