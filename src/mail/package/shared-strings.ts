import { mailLimits } from '../limits.ts';
import { Unreadable } from '../unreadable.ts';
import type { DocumentPackage } from './document-package.ts';
import { readXml } from './xml-events.ts';

const mostStrings = 5_000_000;

/** The strings that cells refer to by number. Fills the list it is given, so that what came before damage stays good. @throws Unreadable */
export async function readSharedStrings(document: DocumentPackage, part: string, strings: string[]): Promise<void> {
  let text = '';
  let characters = 0;
  let isText = false;
  let phonetic = 0;
  await readXml(document.chunks(part), {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic += 1;
      isText = name === 't' && phonetic === 0;
    },
    close(name) {
      isText = false;
      if (name === 'rPh') phonetic -= 1;
      if (name !== 'si') return;
      characters += text.length;
      if (characters > mailLimits.textCharacters || strings.length >= mostStrings)
        throw new Unreadable(
          'too-large',
          `more than ${mailLimits.textCharacters} characters in the strings of the workbook`,
        );
      strings.push(text);
    },
    text(more) {
      if (isText) text += more;
    },
  });
}
