/** Where text of a group goes. */
export type Destination =
  | 'body'
  | 'hidden'
  | 'around'
  | 'properties'
  | 'fonts'
  | 'html'
  | 'object'
  | 'picture'
  | 'nowhere';

const byWord = new Map<string, Destination>([
  ['header', 'around'],
  ['headerl', 'around'],
  ['headerr', 'around'],
  ['headerf', 'around'],
  ['footer', 'around'],
  ['footerl', 'around'],
  ['footerr', 'around'],
  ['footerf', 'around'],
  ['footnote', 'around'],
  ['annotation', 'around'],
  ['atnauthor', 'around'],
  ['fldinst', 'hidden'],
  ['datafield', 'nowhere'],
  ['fldrslt', 'body'],
  ['shptxt', 'body'],
  ['title', 'properties'],
  ['subject', 'properties'],
  ['author', 'properties'],
  ['operator', 'properties'],
  ['keywords', 'properties'],
  ['doccomm', 'properties'],
  ['comment', 'properties'],
  ['company', 'properties'],
  ['manager', 'properties'],
  ['userprops', 'properties'],
  ['docvar', 'hidden'],
  ['fonttbl', 'fonts'],
  ['htmltag', 'html'],
  ['objdata', 'object'],
  ['pict', 'picture'],
]);

const nowhere = new Set(
  `colortbl stylesheet listtable listoverridetable rsidtbl themedata colorschememapping datastore latentstyles generator xmlnstbl
   mmathPr pnseclvl pntext pntxta pntxtb listtext objclass nonshppict mhtmltag revtbl creatim revtim printim buptim filetbl panose
   falt picprop blipuid wgrffmtfilter ftnsep ftnsepc aftnsep aftnsepc defchp defpap passwordhash expandedcolortbl`.split(
    /\s+/,
  ),
);

/** The destination that a control word opens; undefined if it opens none. */
export function destinationOf(word: string): Destination | undefined {
  return byWord.get(word) ?? (nowhere.has(word) ? 'nowhere' : undefined);
}
