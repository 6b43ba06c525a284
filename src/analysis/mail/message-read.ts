import { literal, sql, type Sql } from '../../store/sql.ts';

const parameter = (name: string): Sql => sql`list_filter(parameters, lambda p: p.name = ${literal(name)})[1].value`;

const folders = (isCamelCase: boolean): Sql => {
  const structure = isCamelCase
    ? '[{"path":"VARCHAR","folderItems":[{"internetMessageId":"VARCHAR"}]}]'
    : '[{"Path":"VARCHAR","FolderItems":[{"InternetMessageId":"VARCHAR"}]}]';
  const value = isCamelCase ? sql`raw::json -> '$.folders'` : sql`raw::json -> '$.Folders'`;
  return sql`list_transform(json_transform(unfolded_list(${value}), ${literal(structure)}),
    lambda f: {'path': f.path, 'messages': list_filter(list_transform(f.folderItems, lambda i: i.internetMessageId), lambda i: i is not null)})`;
};

/**
 * What records of `MailItemsAccessed` say was read, one row a record and folder, with the ids of the messages. Microsoft's rules: a
 * bind names the messages, gathered over two minutes; a sync brings the folder as a whole; once a mailbox is throttled its
 * binds are not recorded for 24 hours. `records` has the columns of `activity`, and `more` names further ones to keep.
 * Parses the whole record, so give it only those that matter.
 *
 * Source: https://learn.microsoft.com/purview/audit-log-investigate-accounts
 */
export function messagesRead(records: Sql, more: Sql): Sql {
  return sql`
    with parsed as (
      select ${more}, file_id, record, time, coalesce(mailboxOwner, principal) as mailbox,
        nullif(regexp_replace(coalesce(clientInfoString, ''), '^Client=|;+$', '', 'g'), '')
          || case when logonType in ('1', 'Admin') then ' as administrator' when logonType in ('2', 'Delegated') then ' as delegate' else '' end as client,
        coalesce(${parameter('MailAccessType')}, 'Bind') as accessType, lower(coalesce(${parameter('IsThrottled')}, '')) = 'true' as isThrottled,
        operationCount, coalesce(${folders(false)}, ${folders(true)}, []) as folders
      from (${records})
    )
    select * exclude (folders, folder), folder.path as folder, coalesce(folder.messages, []) as messageIds,
      len(flatten(list_transform(folders, lambda f: f.messages))) as named
    from (select *, unnest(case when len(folders) > 0 then folders else [null] end) as folder from parsed)`;
}

/**
 * Mailboxes with the certainty of what was read in them, from rows of {@link messagesRead} in the table `message_read` that also have
 * `story`, `application` and `tie`: what was throttled or names no folder leaves everything open from then on.
 */
export const mailboxesRead: Sql = sql`
  with rated as (
    select *, case when isThrottled or folder is null then 'window' when accessType = 'Sync' then 'folder' else 'messages' end as certainty from message_read
  )
  select story, mailbox, certainty, application, client, list_sort(list(distinct tie)) as tiedBy, min(time) as first,
    max(case when isThrottled then time + interval 24 hours else time end) as last,
    count(distinct messageId) as messages,
    coalesce(list_sort(list(distinct folder) filter (folder is not null)), []) as folders,
    coalesce(list_sort(list(distinct messageId) filter (messageId is not null)), []) as messageIds
  from (select *, unnest(case when len(messageIds) > 0 then messageIds else [null] end) as messageId from rated)
  group by all`;
