import { mailboxText } from '../case-text.ts';
import { type Html, html, nothing } from '../page/html.ts';
import type { StoryView } from '../page/story-view.ts';
import { counted, grouped, listed, listedSome, moment } from '../page/wording.ts';
import type { StoryMailbox } from '../read/story.ts';
import { more, table, th } from './section.ts';

/** Which mailboxes were read, and how surely which of their messages. */
export function mailboxPart({ mailboxes, mailboxesLeft, mailboxCounts, steps }: StoryView): Html {
  if (mailboxes.length === 0) {
    return steps.some(({ stage }) => stage === 'mail-access')
      ? html`<p>That mail was read stands above; which mailboxes it was is not in this evidence.</p>`
      : html`<p>This evidence shows no mailbox that the intruder read.</p>`;
  }
  return html`<p>${mailboxText(mailboxCounts)}.</p>
${table('Mailboxes read', [th('Mailbox'), th('What was read'), th('With'), th('When (UTC)')], mailboxes.map(row), 'stack mailboxes')}
${more(mailboxesLeft, 'story.json')}`;
}

function row(mailbox: StoryMailbox): Html {
  const { application, client, tiedBy } = mailbox;
  const withWhat = application ?? client ?? 'not stated';
  return html`<tr><th scope="row" class="who">${breakable(mailbox.mailbox)}</th><td class="certainty ${mailbox.certainty}">${certaintyText(mailbox)}</td>
<td class="who">${withWhat}${application === null || client === null ? nothing : html`<span class="lasting">${client}</span>`}${tiedBy.length === 0 ? nothing : html`<span class="lasting">known by ${listed(tiedBy)}</span>`}</td>
<td class="time">${moment(mailbox.first)}${isMoment(mailbox) ? nothing : html`<span class="lasting">to ${moment(mailbox.last)}</span>`}</td></tr>
`;
}

/** A name that is broken before its domain, if it has to be. */
function breakable(name: string): Html {
  const at = name.lastIndexOf('@');
  return at < 1 ? html`${name}` : html`${name.slice(0, at)}<wbr>${name.slice(at)}`;
}

function isMoment({ first, last }: StoryMailbox): boolean {
  return moment(first) === moment(last);
}

function certaintyText(mailbox: StoryMailbox): Html {
  const { certainty, messages, messageIds, folders, first, last } = mailbox;
  const ids = messageIds.length === 0 ? nothing : messageList(messageIds, messages);
  const least = messages === 0 ? '' : `, at least ${counted(messages, 'message')}`;
  if (certainty === 'messages') {
    return html`${messages === 1 ? 'This message' : html`These ${counted(messages, 'message')}`}${folders.length === 0 ? '' : ` in ${listedSome(folders, 3)}`}${ids}`;
  }
  if (certainty === 'folder') {
    return html`The whole ${folders.length > 1 ? 'folders' : 'folder'} ${folders.length === 0 ? '(name not stated)' : listedSome(folders, 5)}${least}${ids}`;
  }
  const when =
    first === null || last === null
      ? 'in the mailbox'
      : isMoment(mailbox)
        ? `that was in the mailbox at ${moment(first)}`
        : `from ${moment(first)} to ${moment(last)}`;
  return html`<strong>Assume everything</strong> ${when}${least}${ids}`;
}

function messageList(ids: readonly string[], messages: number): Html {
  const left = messages - ids.length;
  return html`<details class="messages"><summary>Message ids</summary><ul class="plain">${ids.map((id) => html`<li><code>${id}</code></li>`)}${left > 0 ? html`<li class="note">${grouped(left)} more are in story.json</li>` : nothing}</ul></details>`;
}
