import { expect, test } from 'vitest';
import { outline } from '../outline.ts';
import { RunningText } from './running-text.ts';
import { readXml } from './xml-events.ts';

async function outlineOf(xml: string): Promise<string[]> {
  const text = new RunningText();
  await readXml(
    (async function* chunks() {
      // One byte at a time, as a slow archive could give it.
      for (const byte of Buffer.from(`<d>${xml}</d>`)) yield Buffer.from([byte]);
    })(),
    text,
  );
  return outline(text.pieces('body'));
}

test('text boxes stand apart, and what old programs are shown instead is not read as text again', async () => {
  const box = '<w:txbxContent><w:p><w:r><w:t>in the box</w:t></w:r></w:p></w:txbxContent>';
  expect(
    await outlineOf(
      `<w:p><w:r><w:t>be</w:t></w:r><w:r><mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>fore</w:t></w:r></w:p>`,
    ),
  ).toEqual(['text body: before', 'text text boxes: in the box', 'text hidden text: in the box']);
});

test('moved, deleted and inserted text, fields and breaks', async () => {
  expect(
    await outlineOf(
      `<w:p><w:ins><w:r><w:t>new</w:t><w:tab/><w:t xml:space="preserve"> p\u00E4ss</w:t><w:br/><w:t>line</w:t></w:r></w:ins>
       <w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:r><w:instrText>HYPERLINK "https://u:p@x.example"</w:instrText></w:r>
       <w:r><w:noBreakHyphen/><w:t>x</w:t></w:r></w:p><w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t>seen</w:t></w:r></w:p>`,
    ),
  ).toEqual(['text body: new⇥ päss⏎line-x⏎seen', 'text hidden text: old⏎HYPERLINK "https://u:p@x.example"']);
});

test('a table in a cell keeps its rows', async () => {
  const cell = (text: string) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
  expect(
    await outlineOf(
      `<w:tbl><w:tr>${cell('a')}<w:tc><w:p/></w:tc>${cell('c')}</w:tr><w:tr><w:tc><w:tbl><w:tr>${cell('1')}${cell('2')}</w:tr><w:tr>${cell('3')}</w:tr></w:tbl><w:p/></w:tc>${cell('d')}</w:tr></w:tbl><w:p><w:r><w:t>end</w:t></w:r></w:p>`,
    ),
  ).toEqual(['text body: a⇥⇥c⏎1⇥2⏎3⇥d⏎end']);
});
