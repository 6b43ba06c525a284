import { htmlPieces } from '../html/page-reading.ts';
import type { Reader } from '../reader.ts';
import { decodeText } from '../text/decode-text.ts';

const reader: Reader = {
  reader: 'html',
  title: 'HTML pages and HTML bodies of mails; the text of SVG drawings',
  reference: 'https://html.spec.whatwg.org/multipage/syntax.html',
  recognise({ name, mediaType, head }) {
    const start = decodeText(head).replace(/^\s*(?:<\?xml[^>]*>)?(?:\s*<!--[^>]*-->)*\s*/, '');
    if (/^<(?:!doctype\s+(?:html|svg)|html|svg)[\s>]/i.test(start)) return 3;
    if (/^<(?:head|body|meta|div|table|p|span|style|font|center|h[1-6])[\s>/]/i.test(start)) return 2;
    return /\.(?:html?|xhtml|svg)$/i.test(name) ||
      /^(?:text\/html|application\/xhtml\+xml|image\/svg\+xml)$/.test(mediaType)
      ? 1
      : 0;
  },
  async *read(content) {
    const bytes = await content.bytes();
    const declared = /<meta[^>]{0,200}charset\s*=\s*["']?([\w.:-]{2,40})/i.exec(bytes.toString('latin1', 0, 4096))?.[1];
    yield* htmlPieces(decodeText(bytes, declared));
  },
  examples: [
    {
      name: 'what is seen and what is hidden',
      content: {
        name: 'page.html',
        bytes: () =>
          Buffer.from(`<!DOCTYPE html><html><head><title>Access</title><style>p { color: red }</style></head><body>
<p>Hello&nbsp;&auml;<br>second   <b>li</b>ne</p><table><tr><th>Server<th><p>Password</p></tr><tr><td>sql01</td><td><div>Pa&amp;ss</div></td></tr></table>
<div style="display: none">unseen</div><p><span style="color:#FFF">white</span><!-- remark --><a href="https://u:p@host.example/">here</a>
<a href="https://www.example/">there</a><script>var key = 1;</script><img alt="badge" src="data:image/png;base64,AAAA"></body></html>`),
      },
      gives: [
        'text body: Hello ä⏎second line⏎Server⇥Password⏎sql01⇥Pa&ss⏎here https://u:p@host.example/ there',
        'text hidden text: Access⏎unseen⏎white⏎remark⏎var key = 1;⏎badge',
        'unread packed item 1:  image',
      ],
    },
    {
      name: 'an old page of another encoding, without a head',
      content: {
        name: '',
        mediaType: 'text/html',
        bytes: () => Buffer.from('Kennwort f\u00FCr alle: <i>x</i>', 'latin1'),
      },
      gives: ['text body: Kennwort für alle: x'],
    },
  ],
};

export default reader;
