import { sql } from '../../store/sql.ts';
import { replaceTextFile } from '../atomic-file.ts';
import type { OutputFormat } from '../output-format.ts';
import { hasMail } from '../read/mail.ts';

interface FileRow {
  [name: string]: string;
  readonly line: string;
}

/** Every file of mail: how many messages and parts were read, and what was not examined and why. */
const messagesJson: OutputFormat = {
  name: 'messages.json',
  isWanted: hasMail,
  async write(store, directory) {
    await replaceTextFile(directory, this.name, async (write) => {
      let isFirst = true;
      await write('[');
      for await (const rows of store.stream<FileRow>(fileLines)) {
        for (const { line } of rows) {
          await write(`${isFirst ? '\n' : ',\n'}${line}`);
          isFirst = false;
        }
      }
      await write('\n]\n');
    });
  },
};

export default messagesJson;

/** `rejected` is what is damaged: it should have been readable. */
const fileLines = sql`
  with unread as (
    select file_id, count(*) filter (where reason <> 'damaged') as notExamined, count(*) filter (where reason = 'damaged') as rejected,
      list({ record: message, part: part, name: name, reason: reason, detail: detail } order by message, part, name, reason, detail) as parts
    from part_unread group by file_id
  )
  select to_json({
    file: e.path, sha256: e.sha256, reader: f.reader, messages: f.messages, parts: f.parts, characters: f.characters,
    notExamined: coalesce(u.notExamined, 0), rejected: coalesce(u.rejected, 0), unread: coalesce(u.parts, [])
  })::varchar as line
  from mail_file f join evidence_file e using (file_id) left join unread u using (file_id) order by e.path`;
