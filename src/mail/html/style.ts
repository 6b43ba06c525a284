/** What decides whether text can be seen; children inherit it. */
export interface Visibility {
  readonly isHidden: boolean;
  readonly isTiny: boolean;
  /** As `colourOf` gives it. */
  readonly colour: string;
  readonly background: string;
}

/** A page without any style: black on white. */
export const plainVisibility: Visibility = { isHidden: false, isTiny: false, colour: '#000000', background: '#ffffff' };

/** Whether a person does not see text of this kind. */
export function isUnseen({ isHidden, isTiny, colour, background }: Visibility): boolean {
  return isHidden || isTiny || (colour === background && colour !== '');
}

/** How an element with these attributes shows its text within another. Style sheets are not looked at. */
export function visibilityOf(attributes: ReadonlyMap<string, string>, outer: Visibility): Visibility {
  if (attributes.size === 0) return outer;
  const style = declarations(attributes.get('style') ?? '');
  const size = style.get('font-size');
  const colour = style.get('color') ?? attributes.get('color');
  const background = style.get('background-color') ?? style.get('background') ?? attributes.get('bgcolor');
  const isHidden =
    outer.isHidden ||
    attributes.has('hidden') ||
    style.get('display') === 'none' ||
    style.get('visibility') === 'hidden' ||
    style.get('mso-hide') === 'all' ||
    /^0(?:\.0+)?$/.test(style.get('opacity') ?? '') ||
    (/^0(?:px)?$/.test(style.get('max-height') ?? '') && style.get('overflow') === 'hidden');
  return {
    isHidden,
    isTiny:
      size === undefined
        ? outer.isTiny
        : /^(?:0(?:\.\d+)?|1px)(?:px|pt|em|rem|%)?$/.test(size) && !/^0\.\d*[1-9]\d*(?:em|rem)$/.test(size),
    colour: colour === undefined ? outer.colour : colourOf(colour),
    background: background === undefined ? outer.background : colourOf(background),
  };
}

/** Styles of more characters than this are cut: no mail program writes them. */
const longestStyle = 8192;

function declarations(style: string): Map<string, string> {
  const found = new Map<string, string>();
  if (style === '') return found;
  for (const declaration of style.slice(0, longestStyle).split(';')) {
    const at = declaration.indexOf(':');
    if (at < 0) continue;
    const value = declaration
      .slice(at + 1)
      .trim()
      .toLowerCase();
    found.set(declaration.slice(0, at).trim().toLowerCase(), value.replace(/\s*!important$/, ''));
  }
  return found;
}

const named = new Map([
  ['white', '#ffffff'],
  ['black', '#000000'],
]);

/** A colour as `#rrggbb` if it is written in one of the ways of mail programs; '' for pictures and what is not known. */
function colourOf(written: string): string {
  const value = written.trim().toLowerCase();
  if (value.includes('url(')) return '';
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(value);
  if (short !== null)
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join('')}`;
  if (/^#[0-9a-f]{6}$/.test(value)) return value;
  const parts = /^rgba?\((\d{1,3})[ ,]+(\d{1,3})[ ,]+(\d{1,3})/.exec(value);
  if (parts !== null)
    return `#${parts
      .slice(1)
      .map((part) => Number(part).toString(16).padStart(2, '0'))
      .join('')}`;
  return named.get(value) ?? value;
}
