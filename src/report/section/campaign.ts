import { type Html, html, nothing } from '../page/html.ts';
import { counted, decimal, grouped, listed, listedSome, moment } from '../page/wording.ts';
import type { Campaign } from '../read/spray.ts';
import { more, th, thNumber } from './section.ts';

const limit = 100;
const nameLimit = 60;

/** `Scanning`, `Spray 2`: a short name for the reader; if its kind has several they are numbered from the oldest. */
export function campaignName({ kind }: Campaign, index: number, all: readonly Campaign[]): string {
  const name = kind === 'scanning' ? 'Scanning' : 'Spray';
  const same = all.filter((campaign) => campaign.kind === kind);
  return same.length === 1
    ? name
    : `${name} ${all.slice(0, index + 1).filter((campaign) => campaign.kind === kind).length}`;
}

/** The campaigns with their numbers, and below each what it has in common and why it stands out. */
export function campaignTable(campaigns: readonly Campaign[]): Html {
  const head = [
    th('Campaign'),
    th('From (UTC)'),
    th('To (UTC)'),
    thNumber('Attempts'),
    thNumber('Accounts'),
    thNumber('Addresses'),
    thNumber('Passwords known'),
  ];
  return html`<div class="scroll" role="region" tabindex="0" aria-label="Campaigns"><table class="stack campaigns">
<thead><tr>${head}</tr></thead>
${campaigns.slice(0, limit).map((campaign, index) => rows(campaign, campaignName(campaign, index, campaigns)))}</table></div>
${more(campaigns.length - limit, 'spray.json')}`;
}

function rows(campaign: Campaign, name: string): Html {
  const { finding, first, last, attempts, accounts, addresses, known } = campaign;
  const number = (label: string, value: number) =>
    html`<td class="number" data-label="${label}">${grouped(value)}</td>`;
  return html`<tbody><tr><th scope="row">${finding === null ? name : html`<a href="#finding-${finding}">${name}</a>`}<span class="lasting">${campaign.campaign}</span></th><td class="time">${moment(first)}</td><td class="time">${moment(last)}</td>${number('Attempts', attempts)}${number('Accounts', accounts.length)}${number('Addresses', addresses)}${number('Passwords known', known.length)}</tr>
<tr class="proof"><td colspan="7">${known.length === 0 ? nothing : html`<p class="fallen"><b>Passwords known to whoever did this:</b> ${listedSome(known, nameLimit)}. Reset them and end their sessions.</p>`}
<p>${outstanding(campaign)}</p>
<p>${common(campaign)}</p>
${accounts.length === 0 ? nothing : html`<details class="messages"><summary>${counted(accounts.length, 'account')}</summary><p class="who">${listedSome(accounts, nameLimit)}</p></details>`}</td></tr></tbody>
`;
}

/** Expected against observed, in words. */
function outstanding({ kind, windowHours, observed, expected, score }: Campaign): Html {
  const lead = kind === 'scanning' ? 'Looks like the scanning that every tenant meets. ' : '';
  if (windowHours === null || observed === null || expected === null) return html`${lead}`;
  const above = score === null ? '' : `, ${decimal(score)} standard deviations above it`;
  return html`${lead}It stands out most over ${hours(windowHours)}: ${counted(observed, 'attempt')} where ${expected < 0.05 ? 'hardly any' : decimal(expected)} were to be expected${above}.`;
}

function hours(windowHours: number): string {
  return windowHours >= 48 ? counted(Math.round(windowHours / 24), 'day') : counted(Math.round(windowHours), 'hour');
}

function common({ traits, networks }: Campaign): Html {
  const same =
    traits.length === 0
      ? 'Its attempts have nothing in common but their time'
      : `All its attempts have in common: ${listed(traits.map(({ name, value }) => `${name} ${value}`))}`;
  const from = networks.length === 0 ? '' : ` They came from ${listedSome(networks, 6)}.`;
  return html`${same}.${from}`;
}
