import { visible } from '../page/html.ts';

/**
 * Text for a place in a picture that has room for one line. Cut by characters: how wide the reader's font is, nobody
 * knows here.
 */
export function oneLine(text: string, mostCharacters = 50): string {
  const characters = Array.from(visible(text.replace(/\s+/g, ' ').trim()));
  if (characters.length <= mostCharacters) return characters.join('');
  return `${characters
    .slice(0, mostCharacters - 1)
    .join('')
    .trimEnd()}…`;
}
