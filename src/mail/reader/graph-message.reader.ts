import { TextDecoder } from 'node:util';
import { decodeText } from '../charset.ts';
import { graphMessage, isGraphMessage } from '../graph/graph-message.ts';
import { jsonTexts } from '../graph/json-texts.ts';
import { mailLimits } from '../limits.ts';
import type { Content, Reader } from '../reader.ts';

/** Properties of a message that no other export has together. */
const keys =
  /"(internetMessageId|toRecipients|bodyPreview|parentFolderId|conversationIndex|internetMessageHeaders|sentDateTime|inferenceClassification|isDraft|ccRecipients|uniqueBody)"\s*:/g;

/** Messages as Microsoft Graph gives them: one, a page of them, a list, or one a line. */
const reader: Reader = {
  reader: 'graph-message',
  title: 'Messages from Microsoft Graph (JSON)',
  reference: 'https://learn.microsoft.com/graph/api/resources/message',
  recognise: ({ head }) => {
    const text = decodeText(head, '').trimStart();
    if (!/^[{[]/.test(text)) return 0;
    const found = new Set([...text.matchAll(keys)].map(([, key]) => key));
    if (found.size < 2) return 0;
    return found.size >= 3 || /"contentType"\s*:\s*"(?:html|text)"/i.test(text) ? 3 : 2;
  },
  async *read(content) {
    let number = 0;
    let others = 0;
    let broken = 0;
    for await (const json of jsonTexts(utf8Of(content))) {
      const place = `message ${number + 1}`;
      if ('tooLarge' in json) {
        number += 1;
        const detail = `${json.tooLarge} bytes are more than the ${mailLimits.partBytes} that are held in memory`;
        yield { kind: 'unread', place, name: '', reason: 'too-large', detail };
        continue;
      }
      const value = parsed(json.text);
      if (value === undefined) broken += 1;
      for (const each of itemsOf(value))
        if (isGraphMessage(each)) {
          number += 1;
          yield graphMessage(each, `message ${number}`);
        } else others += 1;
    }
    if (broken > 0) {
      const detail = `${broken} objects are no JSON, or end too early`;
      yield { kind: 'unread', place: 'objects', name: '', reason: 'damaged', detail };
    }
    if (others > 0) {
      const detail = `${others} objects are no messages`;
      yield { kind: 'unread', place: 'objects', name: '', reason: 'unknown-format', detail };
    }
  },
  examples: [
    {
      name: 'a page with an attachment and a message that is attached',
      content: {
        name: 'messages.json',
        bytes: () =>
          Buffer.from(
            JSON.stringify({
              '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#users',
              value: [
                {
                  internetMessageId: '<1@contoso.example>',
                  sentDateTime: '2024-01-12T08:00:00Z',
                  subject: 'access',
                  parentFolderId: 'AAMk',
                  from: { emailAddress: { name: 'Ann', address: 'Ann@contoso.example' } },
                  toRecipients: [{ emailAddress: { address: 'bob@contoso.example' } }],
                  body: { contentType: 'html', content: '<p>alpha</p>' },
                  attachments: [
                    {
                      '@odata.type': '#microsoft.graph.fileAttachment',
                      name: 'keys.txt',
                      contentType: 'text/plain',
                      contentBytes: 'YWxwaGE=',
                    },
                    {
                      '@odata.type': '#microsoft.graph.itemAttachment',
                      name: 'inner',
                      item: { subject: 'inner', body: { contentType: 'text', content: 'beta {"' } },
                    },
                  ],
                },
              ],
              '@odata.nextLink': 'https://graph.microsoft.com/v1.0/next',
            }),
          ),
      },
      gives: [
        'message message 1: <1@contoso.example> from ann@contoso.example to bob@contoso.example subject access sent 2024-01-12T08:00:00.000Z folder AAMk',
        '  part body:  text/html 15',
        '  part attachment: keys.txt text/plain 5',
        '  message attachment inner: <> from  to  subject inner sent ',
        '    text body: beta {"',
      ],
    },
    {
      name: 'lines, of which one is cut and one has no body',
      content: {
        name: 'messages.jsonl',
        bytes: () =>
          Buffer.from(
            [
              '{"subject":"one","isDraft":false,"internetMessageId":"<1@a>","hasAttachments":true,"body":{"contentType":"text","content":"alpha"}}',
              '{"subject":"two","toRecipients":[],"bodyPreview":"beta"}',
              '{"subject":"three","body":{"con',
            ].join('\r\n'),
          ),
      },
      gives: [
        'message message 1: <1@a> from  to  subject one sent ',
        '  text body: alpha',
        '  unread attachments:  unknown-format',
        'message message 2: <> from  to  subject two sent ',
        '  text preview of the body: beta',
        '  unread body:  unknown-format',
        'unread objects:  damaged',
      ],
    },
  ],
};

export default reader;

/** What PowerShell wrote in UTF-16 as UTF-8. */
async function* utf8Of(content: Content): AsyncGenerator<Buffer> {
  const isWide = content.head[0] === 0xff && content.head[1] === 0xfe;
  const decoder = isWide ? new TextDecoder('utf-16le') : undefined;
  for await (const chunk of content.chunks())
    yield decoder === undefined ? chunk : Buffer.from(decoder.decode(chunk, { stream: true }));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The messages of a page whose list does not stand where Graph puts it. */
function itemsOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  const isPage = typeof value === 'object' && value !== null && 'value' in value && Array.isArray(value.value);
  return isPage ? (value.value as unknown[]) : [value];
}
