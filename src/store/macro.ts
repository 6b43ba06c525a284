import { sql, type Sql } from './sql.ts';

/**
 * What the engine lacks, as functions of its own language. They are set up at every opening and never stored, so that a
 * case opens in any other tool. A second dialect would bring its own.
 */
export const macros: readonly Sql[] = [
  // `v4`, `v4:port`, `v6`, `[v6]:port` and v4 inside v6 to the bare address in lower case; blank is null.
  sql`create or replace temp macro bare_address(text) as nullif(lower(case
        when text[1] = '[' then split_part(text[2:], ']', 1)
        when starts_with(lower(text), '::ffff:') and contains(text, '.') then split_part(text[8:], ':', 1)
        when contains(text, '.') then split_part(text, ':', 1)
        else text end), '')`,
  // Every kind of dash becomes a hyphen; trailing blanks and full stops go.
  sql`create or replace temp macro bare_operation(text) as
        rtrim(translate(text, '‐‑‒–—―−', '-------'), ' .')`,
  // What begins with no blank, as nearly everything, is not empty: `nullif` would work it out twice.
  sql`create or replace temp macro bare_name(text) as case
        when text >= '!' then lower(rtrim(text)) else nullif(lower(trim(text)), '') end`,
  // ISO 8601 with or without zone, '/Date(ms)/', and the forms that spreadsheets and PowerShell leave. Without zone: UTC.
  sql`create or replace temp macro instant(text) as case
        when text[5] = '-' and (ends_with(text, 'Z') or length(text) <= 19) then
          coalesce(try_cast(text as timestamp), try_cast(rtrim(text, 'Z') as timestamp))
        when starts_with(ltrim(text, '\\'), '/Date(') then
          try(make_timestamp(try_cast(regexp_extract(text, '\\(([-0-9]+)', 1) as bigint) * 1000))
        when text[5] = '-' and regexp_matches(text, '[+-][0-9]{2}:?[0-9]{2}$') then
          try_cast(regexp_replace(text, '([+-][0-9]{2}):?([0-9]{2})$', '\\1:\\2') as timestamptz)::timestamp
        when text[5] = '-' then try_cast(rtrim(trim(text), 'Z') as timestamp)
        when ltrim(text)[1] between '0' and '9' then coalesce(
          try_strptime(trim(text), ['%m/%d/%Y %I:%M:%S %p', '%m/%d/%Y %H:%M:%S', '%m/%d/%Y %H:%M', '%m/%d/%Y, %I:%M:%S %p', '%m/%d/%Y, %I:%M:%S.%g %p', '%m/%d/%Y %I:%M:%S.%g %p', '%d.%m.%Y %H:%M:%S', '%d.%m.%Y %H:%M', '%d-%m-%Y %H:%M:%S']),
          try_strptime(trim(text), '%m/%d/%Y %I:%M:%S %p %z')::timestamp)
        end`,
  // JSON that may have arrived as text inside JSON: an object or array whichever way it came, else null.
  sql`create or replace temp macro unfolded(value) as case
        when value is null then null
        when json_type(value) in ('OBJECT', 'ARRAY') then value
        when json_type(value) = 'VARCHAR' and json_valid(value ->> '$') then (value ->> '$')::json end`,
  // The same, and an object alone becomes an array of one. The usual cases come first: this runs for every record.
  sql`create or replace temp macro unfolded_list(value) as case
        when value is null then null
        when json_type(value) = 'ARRAY' then value
        when json_type(unfolded(value)) = 'ARRAY' then unfolded(value)
        when json_type(unfolded(value)) = 'OBJECT' then json_array(unfolded(value)) end`,
  // The inside of a JSON string or of an array with one scalar; anything else as it is.
  sql`create or replace temp macro plain_value(text) as case
        when text is null then null
        when text[1] = '"' and json_valid(text) then text ->> '$'
        when text[1] = '[' and json_valid(text) and json_array_length(text) = 1
          and json_type(text, '$[0]') not in ('OBJECT', 'ARRAY', 'NULL') then text ->> '$[0]'
        when text = '[]' then ''
        else text end`,
  // Ids of tokens are base64, in one log with padding, in another without, and some are safe in addresses.
  sql`create or replace temp macro bare_token(text) as nullif(translate(rtrim(trim(text), '='), '+/', '-_'), '')`,
  // A JSON list of scalars as texts. One scalar is a list of one, JSON inside text is unfolded, null stays null.
  sql`create or replace temp macro text_list(value) as case
        when value is null or json_type(value) = 'NULL' then null
        when unfolded_list(value) is not null then list_filter(unfolded_list(value) ->> '$[*]', lambda v: v is not null and v <> '')
        when (value ->> '$') = '' then []::varchar[]
        else [value ->> '$'] end`,
  sql`create or replace temp macro words(text) as list_filter(string_split_regex(trim(text), '\\s+'), lambda w: w <> '')`,
  sql`create or replace temp macro iso(moment) as strftime(moment, '%Y-%m-%dT%H:%M:%S.%gZ')`,
];
