import type { StageId } from '../../shape/story.ts';
import { sql } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';
import { isGuestName } from './foreign.ts';

/** What somebody did to somebody in a stage, each kind of deed once; names are those people know. */
export type Deed = {
  readonly kind: string;
  readonly actor: string;
  readonly target: string | null;
  readonly detail: string | null;
  /** How often, a change that two logs tell counted once. */
  readonly times: number;
  readonly first: Date;
};

type Stage = {
  readonly stage: StageId;
  readonly first: Date;
  readonly last: Date;
  readonly addresses: number;
  readonly networks: number;
  readonly countries: string[];
  readonly principals: string[];
};

/** An application or account of another organisation, where it appears first; `tenantId` if the records tell it. */
export type Foreigner = {
  readonly name: string;
  readonly tenantId: string | null;
  /** Whether the case is of that tenant as well, such as a test tenant. */
  readonly isInCase: boolean;
  readonly isAccount: boolean;
};

/** One stage of a story. */
export type Chapter = Stage & { readonly deeds: readonly Deed[]; readonly foreigners: readonly Foreigner[] };

export type MailboxRead = {
  readonly mailbox: string;
  readonly certainty: 'messages' | 'folder' | 'window';
  readonly application: string | null;
  readonly tiedBy: string[];
  readonly messages: number;
  readonly folders: string[];
  readonly first: Date;
  readonly last: Date;
};

/** The facts of a story, before they are put into words. */
export interface Facts {
  readonly id: string;
  readonly score: number;
  /** When the first account or application fell. */
  readonly fell: Date;
  /** Why the way in was strange: of each account or application its name and the reasons; users were lured to an application that `isLured`. */
  readonly ways: readonly {
    readonly name: string;
    readonly isAccount: boolean;
    readonly isLured: boolean;
    readonly reasons: readonly string[];
  }[];
  readonly chapters: readonly Chapter[];
  readonly mailboxes: readonly MailboxRead[];
}

const deedsAtMost = 300;

/** Reads what `mark` and its neighbours hold of each story. */
export async function readFacts(store: Store): Promise<Facts[]> {
  const stories = await store.rows<{ story: string; id: string; score: number; fell: Date }>(sql`
    select j.story, j.id, j.score, (select min(f.since) from fallen f where f.story = j.story) as fell from judged j order by fell, id`);
  const ways = await store.rows<{
    story: string;
    name: string;
    isAccount: boolean;
    isLured: boolean;
    reasons: string[];
  }>(sql`
    select o.story, coalesce(any_value(e.name), 'an unnamed application') as name, starts_with(s.entity, 'user ') as isAccount, s.entity in (select entity from lured) as isLured, arg_max(s.reasons, s.score) as reasons
    from seed s join story_of o on o.root = s.entity left join entity e on e.entity = s.entity
    group by o.story, s.entity order by isAccount desc, min(s.since), name`);
  const chapters = await store.rows<Stage & { story: string }>(sql`
    select story, stage, min(time) as first, max(time) as last, count(distinct ip) as addresses, count(distinct network) as networks,
      coalesce(list_sort(list(distinct country) filter (country <> '')), []) as countries,
      coalesce(list_sort(list(distinct coalesce(e.name, regexp_replace(m.actor, '^[a-z]+ ', ''))) filter (m.actor is not null)), []) as principals
    from mark m left join entity e on e.entity = m.actor
    group by story, stage order by first, stage`);
  const deeds = await store.rows<Deed & { story: string; stage: string }>(sql`
    with told as (
      select m.story, stage, kind, fact, time, coalesce(a.name, regexp_replace(m.actor, '^[a-z]+ ', '')) as actor, coalesce(t.name, regexp_replace(m.target, '^[a-z]+ ', '')) as target,
        case when kind in ('guess', 'application-sign-in') then null
          when kind = 'request' then regexp_replace(m.detail, '^https?://[^/]+/(v1\\.0|beta)', '') else m.detail end as detail
      from mark m left join entity a on a.entity = m.actor left join entity t on t.entity = m.target
    )
    select story, stage, kind, actor, target, detail, count(distinct fact) as times, min(time) as first from told
    group by story, stage, kind, actor, target, detail
    qualify row_number() over (partition by story, stage order by min(time), kind, actor, target, detail) <= ${deedsAtMost}
    order by first, kind, actor, target, detail`);
  const foreigners = await store.rows<Foreigner & { story: string; stage: string }>(sql`
    with seen as (
      select story, stage, time, unnest([actor, target]) as entity, null as guest from mark where stage <> 'spray'
      union all select story, stage, time, null, detail from mark where kind = 'owner' and ${isGuestName(sql`detail`)}
    )
    select s.story, arg_min(s.stage, s.time) as stage, coalesce(any_value(e.name), s.guest, 'an unnamed application') as name,
      any_value(coalesce(f.tenantId, g.tenantId)) as tenantId,
      coalesce(any_value(coalesce(f.tenantId, g.tenantId)) in (select tenantId from own_tenant), false) as isInCase, s.guest is not null or starts_with(s.entity, 'user ') as isAccount
    from seen s left join foreign_application f on f.entity = s.entity left join foreign_user g on g.entity = s.entity left join entity e on e.entity = s.entity
    where s.guest is not null or f.entity is not null or g.entity is not null
    group by s.story, s.entity, s.guest order by name`);
  const mailboxes = await store.rows<MailboxRead & { story: string }>(sql`
    select story, mailbox, certainty, application, tiedBy, messages, folders, first, last from story_mailbox order by mailbox, first, certainty`);
  return stories.map(({ story, ...rest }) => ({
    ...rest,
    ways: ways.filter((way) => way.story === story),
    mailboxes: mailboxes.filter((row) => row.story === story),
    chapters: chapters
      .filter((row) => row.story === story)
      .map((chapter) => ({
        ...chapter,
        deeds: deeds.filter((deed) => deed.story === story && deed.stage === chapter.stage),
        foreigners: foreigners.filter((foreigner) => foreigner.story === story && foreigner.stage === chapter.stage),
      })),
  }));
}
