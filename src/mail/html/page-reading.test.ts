import { expect, test } from 'vitest';
import { outline } from '../outline.ts';
import { htmlPieces } from './page-reading.ts';

const outlineOf = (html: string) => outline(htmlPieces(html));

test('a mail that stands in one cell of a table keeps its lines', () => {
  expect(outlineOf('<table><tr><td><p>Hi,</p><p>the key:</p><div>abc</div></td></tr></table><p>Bye')).toEqual([
    'text body: Hi,⏎the key:⏎abc⏎Bye',
  ]);
});

test('rows and cells that nobody closes, and empty ones', () => {
  expect(outlineOf('<table><tr><td>a<td><td>c<tr><td>d<td><p>e</p></table>')).toEqual(['text body: a⇥⇥c⏎d⇥e']);
});

test.each([
  ['<p style="visibility:hidden">x', true],
  ['<p style="font-size:0px">x', true],
  ['<p style="font-size:0"><span style="font-size:12px">x', false],
  ['<p style="font-size:0.9em">x', false],
  ['<p style="color:rgb(255, 255, 255)">x', true],
  ['<font color=white>x', true],
  ['<td bgcolor="#003366"><font color=white>x', false],
  ['<div style="background:url(a.png);color:#fff">x', false],
  ['<div style="mso-hide:all">x', true],
  ['<div hidden><b>x', true],
  ['<div style="display:none"></div>x', false],
  ['<input type=hidden value=x>', true],
  ['<title>x</title>', true],
  ['<!-- x -->', true],
])('%s: hidden is %s', (html, isHidden) => {
  expect(outlineOf(html)).toEqual([`text ${isHidden ? 'hidden text' : 'body'}: x`]);
});

test('a word with marks inside is one word', () => {
  expect(outlineOf('Pass<b>wo</b><span>rd</span>: a&shy;b&#8203;c&nbsp; d')).toEqual(['text body: Password: abc d']);
});

test('links are told where they carry something', () => {
  const wrapped = `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent('https://s.blob.core.windows.net/c?sv=1&sig=abcd')}&amp;data=05`;
  expect(
    outlineOf(
      `<a href="${wrapped}">files</a> <a href="https://www.example/?page=2">more</a> <a href="https://x/?token=abc1">https://x/?token=abc1</a>`,
    ),
  ).toEqual(['text body: files https://s.blob.core.windows.net/c?sv=1&sig=abcd more https://x/?token=abc1']);
});

test('styles and what is packed into the page', () => {
  expect(
    outlineOf(
      '<style>p{}</style><pre>a\n  b</pre><a href="data:text/plain;base64,aGVsbG8=">x</a><script>k="v"</script>',
    ),
  ).toEqual(['text body: a⏎  b⏎x', 'text hidden text: k="v"', 'part packed item 1:  text/plain 5']);
});
