import { expect, test } from 'vitest';
import { html, jsonIsland, trustedHtml, visible, visibleJson } from './html.ts';

test('escapes text in content and attributes, and leaves pieces of HTML alone', () => {
  const hostile = `<script>alert("1")</script>&'`;
  expect(html`<p title="${hostile}">${hostile}${html`<b>${1}</b>`}${[trustedHtml('<i>'), html`${'<'}`]}</p>`.text).toBe(
    '<p title="&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;">' +
      '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;<b>1</b><i>&lt;</p>',
  );
});

test('shows characters that turn or hide text', () => {
  expect(visible('adm\u202Enimda\u0000\tok\n')).toBe('adm⟨U+202E⟩nimda⟨U+0000⟩\tok\n');
  expect(html`${'a\u200Bb'}`.text).toBe('a⟨U+200B⟩b');
});

test('shows them in JSON without changing what it says', () => {
  const value = { name: 'a\u202Eb\u{E0041}\u200Dc' };
  const text = visibleJson(JSON.stringify(value));
  expect(text).toBe(String.raw`{"name":"a\u202Eb\uDB40\uDC41\u200Dc"}`);
  expect(JSON.parse(text)).toEqual(value);
});

test('an island of JSON cannot end its element', () => {
  const value = ['</script><script>alert(1)</script>', '<!--'];
  expect(jsonIsland(value).text).not.toContain('<');
  expect(JSON.parse(jsonIsland(value).text)).toEqual(value);
});
