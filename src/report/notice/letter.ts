import type { Basis, Correspondent, SharedKind } from '../../response/correspondent/correspondence.ts';
import { counted, listed } from '../page/wording.ts';

/** A letter to adapt, in Markdown. What is not known to us stands in square brackets. */
export function letterText(
  { correspondent, messages }: Correspondent,
  kinds: readonly SharedKind[],
  basis: Basis,
): string {
  const exposure =
    basis === 'exposed'
      ? `Our logs show that ${messages === 1 ? 'a message' : 'messages'} between you and us ${messages === 1 ? 'was' : 'were'} read: ${counted(messages, 'message')}.`
      : `We cannot tell from our logs which messages were read. Assume that all of these were: ${counted(messages, 'message')} between you and us.`;
  return `<!-- A draft. Fill in what stands in square brackets, remove what does not hold, and let counsel read it. -->

# Your mail with us was exposed

To: [the contact for security incidents at ${correspondent}]

From [date] to [date] an intruder had access to mailboxes of our organization. ${exposure.replaceAll('\u00a0', ' ').replaceAll('\u202f', ',')}

The attached lists, \`metadata.csv\` and \`metadata.json\`, name each of them: its Internet message id, sender, your recipients,
subject, time, and the mailbox of ours that it was sent from or to. With the message id you can find it in your own mail.

${credentialText(kinds).replaceAll('\u00a0', ' ').replaceAll('\u202f', ',')}

What we ask of you:

1. Read the messages in the list, and look for anything in them that a stranger must not have.
2. Change every password, key and token that stands in them, at once, and look in your logs for its use since [date].
3. Be careful with mail that refers to them: the intruder knows what we wrote to each other. We will not ask you for a password, and
   this letter has no links.
4. Tell us what you find: [name, telephone]. Please call back on a number that you know already.

What we have done: [what, and when].

What we do not know: [what, and when you will tell].

[Name and position]
`;
}

function credentialText(kinds: readonly SharedKind[]): string {
  if (kinds.length === 0)
    return 'We searched these messages for credentials and found none. That is no proof that there are none: pictures and encrypted files could not be searched.';
  const items = kinds.map(
    ({ title, credentials, messages }) => `${title} (${credentials} in ${counted(messages, 'message')})`,
  );
  return `We searched these messages for credentials and found: ${listed(items)}. We do not repeat them here. There may be more: pictures and encrypted files could not be searched.`;
}
