import { sql } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';
import { type Campaign, describeCampaigns } from './describe-campaigns.ts';
import type { ExcessOf } from './find-excess.ts';

/** The one finding of everything that beats on every tenant. */
const scanning = 'scanning from the internet';

/**
 * Fills the table `campaign` from `sprayed`, and the temporary tables `campaign_name` (`campaign` number, `name`) and
 * `campaign_reason` (`key`, `why`).
 */
export async function tellCampaigns(store: Store, found: ExcessOf, firstDay: number): Promise<void> {
  await store.run(sql`delete from campaign`);
  await store.run(sql`create or replace temp table campaign_name
    (campaign integer, name varchar, kind varchar, traits struct(name varchar, value varchar)[], windowHours double, observed bigint, expected double, score double)`);
  await store.run(sql`create or replace temp table campaign_reason (key varchar, why varchar)`);
  const campaigns = await describeCampaigns(store, found);
  const names = new Set<string>();
  for (const campaign of campaigns) {
    const { isScanning, traits } = campaign;
    const name = isScanning ? scanning : uniqueName(campaign, names);
    const measure = measureOf(campaign, found);
    await store.run(sql`insert into campaign_name select ${campaign.campaign}, ${name}, ${isScanning ? 'scanning' : 'spray'},
      from_json(${JSON.stringify(isScanning ? [] : traits)}, '[{"name":"VARCHAR","value":"VARCHAR"}]'),
      ${measure.windowHours}, ${measure.observed}, ${measure.expected}, ${measure.score}`);
    if (!isScanning)
      await store.run(sql`insert into campaign_reason values (${name}, ${reasonOf(campaign, found, firstDay)})`);
  }
  const scanners = campaigns.filter(({ isScanning }) => isScanning);
  if (scanners.length > 0)
    await store.run(sql`insert into campaign_reason values (${scanning}, ${reasonOfScanning(scanners)})`);
  await store.run(sql`insert into campaign
    with attempt_of as (select name, a.* from campaign_attempt a join campaign_name using (campaign)),
    network_of as (
      select name, list(network order by times desc, network)[:50] as networks
      from (select name, network, count(*) as times from attempt_of where network is not null group by all) group by name
    )
    select a.name, any_value(n.kind), min(a.time), max(a.time), count(*), count(distinct a.ip), list_sort(list(distinct a.principal)),
      coalesce(any_value(w.networks), []), any_value(n.traits), coalesce(list_sort(list(distinct a.principal) filter (a.outcome <> 'wrong')), []),
      case when a.name = ${scanning} then (epoch(max(a.time)) - epoch(min(a.time))) / 3600 else any_value(n.windowHours) end,
      case when a.name = ${scanning} then count(*) else any_value(n.observed) end,
      case when a.name <> ${scanning} then any_value(n.expected) end, case when a.name <> ${scanning} then any_value(n.score) end
    from attempt_of a join campaign_name n on n.campaign = a.campaign left join network_of w on w.name = a.name
    group by a.name`);
}

function measureOf(campaign: Campaign, found: ExcessOf) {
  const excess = found.get(campaign.campaign);
  if (excess !== undefined) {
    const { from, until, observed, expected, score } = excess;
    return { windowHours: until - from, observed, expected, score };
  }
  const hours = (campaign.last.getTime() - campaign.first.getTime()) / 3_600_000;
  return {
    windowHours: hours,
    observed: campaign.guesses,
    expected: campaign.expectedAccounts,
    score: campaign.deviation,
  };
}

const day = (time: Date): string => time.toISOString().slice(0, 10);
const minute = (time: Date): string => time.toISOString().slice(0, 16).replace('T', ' ');
const counted = (count: number, noun: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? noun : noun === 'address' ? 'addresses' : `${noun}s`}`;
const rounded = (value: number): string => (value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(1));

/** From what stays constant and the first day: the same evidence gives the same name. */
function uniqueName({ traits, first }: Campaign, names: Set<string>): string {
  const valueOf = (name: string) => traits.find((trait) => trait.name === name)?.value;
  const parts = [
    [valueOf('application'), valueOf('protocol')].filter((text) => text !== undefined).join(' over '),
    valueOf('client') ?? valueOf('user agent') ?? '',
    valueOf('address') ?? valueOf('network') ?? valueOf('country') ?? '',
  ].filter((text) => text !== '');
  const base = `${parts.length === 0 ? 'guesses by changing clients' : parts.join(', ')} since ${day(first)}`;
  let name = base;
  for (let number = 2; names.has(name); number += 1) name = `${base} (${number})`;
  names.add(name);
  return name;
}

function reasonOf(campaign: Campaign, found: ExcessOf, firstDay: number): string {
  const { first, last, guesses, accounts, addresses, networks, traits, known, expectedAccounts, deviation } = campaign;
  const excess = found.get(campaign.campaign);
  const sentences = [
    `${counted(guesses, 'wrong guess').replace('guesss', 'guesses')} at ${counted(accounts, 'account')} from ${counted(addresses, 'address')} in ${counted(networks, 'network')}, between ${minute(first)} and ${minute(last)} UTC.`,
  ];
  if (traits.length > 0)
    sentences.push(`They have in common: ${traits.map(({ name, value }) => `${name} ${value}`).join('; ')}.`);
  if (excess !== undefined) {
    const at = (hour: number): string => minute(new Date((firstDay * 24 + hour) * 3_600_000));
    sentences.push(
      `From ${at(excess.from)} to ${at(excess.until)}, ${rounded(excess.observed)} ${excess.stream === 'strange' ? 'guesses from sources strange to their accounts' : excess.stream === 'all' ? 'wrong passwords that nobody explained by getting in' : excess.stream === 'nobody' ? 'guesses at accounts that do not exist' : `strange guesses with ${excess.stream}`} were counted where the rest of the time lets expect ${rounded(excess.expected)}: ${excess.score.toFixed(1)} standard deviations more, ${excess.needed.toFixed(1)} are needed. About ${Math.round((100 * excess.expected) / excess.observed)} % of them are the usual mistakes of people and cannot be told from the spray one by one.`,
    );
  } else if (deviation !== null && expectedAccounts !== null) {
    sentences.push(
      `Hardly anybody gets in with what they have in common; by chance it would have failed at ${rounded(expectedAccounts)} accounts (${deviation.toFixed(1)} standard deviations).`,
    );
  }
  if (known.length > 0) {
    const shown = known.slice(0, 10).join(', ');
    sentences.push(
      `Whoever did this now knows the password of ${known.length > 10 ? `${shown} and ${known.length - 10} more` : shown}.`,
    );
  }
  return sentences.join(' ');
}

function reasonOfScanning(scanners: readonly Campaign[]): string {
  const sum = (value: (campaign: Campaign) => number): number => scanners.reduce((total, one) => total + value(one), 0);
  return `${counted(
    sum(({ guesses }) => guesses),
    'wrong guess',
  ).replace(
    'guesss',
    'guesses',
  )} of ${counted(scanners.length, 'source')} that were there from the beginning of the evidence to its end at a steady pace, often at accounts that do not exist or over protocols without a second factor. Nobody got in.`;
}
