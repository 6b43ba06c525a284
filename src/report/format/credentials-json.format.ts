import { layStates } from '../../response/register/state-table.ts';
import { sql } from '../../store/sql.ts';
import { replaceTextFile } from '../atomic-file.ts';
import type { OutputFormat } from '../output-format.ts';
import { hasMail } from '../read/mail.ts';

interface CredentialRow {
  [name: string]: string | null;
  readonly line: string;
}

/** Every credential that was found in mail, the worst first, with all its places and the state that the journal beside it says; no value. */
const credentialsJson: OutputFormat = {
  name: 'credentials.json',
  isWanted: hasMail,
  async write(store, directory) {
    await layStates({ folder: directory, store });
    await replaceTextFile(directory, this.name, async (write) => {
      let isFirst = true;
      await write('[');
      for await (const rows of store.stream<CredentialRow>(credentialLines)) {
        for (const { line } of rows) {
          await write(`${isFirst ? '\n' : ',\n'}${line}`);
          isFirst = false;
        }
      }
      await write('\n]\n');
    });
  },
};

export default credentialsJson;

const credentialLines = sql`
  with place as (
    select p.credential, list({ file: e.path, record: p.message, messageId: m.messageId, part: p.part } order by e.path, p.message, p.part) as messages
    from (select distinct credential, file_id, message, part from credential_place) p
    join evidence_file e using (file_id) left join message m using (file_id, message) group by p.credential
  )
  , exposure as (
    -- By which of its messages it was exposed: none if it is not known which mail was stolen.
    select p.credential, list(distinct x.reason order by x.reason) as reasons
    from credential_place p join exposed_message x using (file_id, message) group by p.credential
  )
  select to_json({
    id: c.id, kind: c.kind, title: k.title, system: c.system, account: c.account, severity: c.severity, state: coalesce(s.state, 'found'),
    redaction: c.redaction, firstSent: iso(c.firstSent), owner: k.owner, lifetime: k.lifetime, reset: k.reset, command: k.command, proof: k.proof,
    exposed: coalesce(x.reasons, []), verdict: v.verdict, because: v.because, messages: p.messages
  })::varchar as line
  from credential c join place p on p.credential = c.id join credential_kind k using (kind) left join credential_state s on s.credential = c.id
    left join exposure x on x.credential = c.id left join credential_proof v on v.credential = c.id
  order by list_position(['critical', 'high', 'medium', 'low'], c.severity), c.firstSent nulls last, c.id`;
