/** A block between `-----BEGIN X-----` and `-----END X-----`. */
export interface ArmouredBlock {
  /** Such as `RSA PRIVATE KEY`. */
  readonly label: string;
  /** With both marks. */
  readonly text: string;
}

const mark = /-{4,5} ?(BEGIN|END) ([A-Z0-9][A-Z0-9 ]{1,59}?) ?-{4,5}/g;
const wanted = /PRIVATE KEY|CERTIFICATE$|PGP MESSAGE/;

/** Takes the keys, certificates and encrypted messages out of a text; public keys, requests and open ends stay in `rest`. */
export function armouredBlocks(text: string): { readonly blocks: readonly ArmouredBlock[]; readonly rest: string } {
  const blocks: ArmouredBlock[] = [];
  const rest: string[] = [];
  let done = 0;
  let open: { readonly label: string; readonly at: number } | undefined;
  for (const found of text.matchAll(mark)) {
    const [whole, kind, label = ''] = found;
    if (kind === 'BEGIN') {
      open = { label, at: found.index };
      continue;
    }
    if (open?.label === label && wanted.test(label)) {
      const end = found.index + whole.length;
      rest.push(text.slice(done, open.at));
      blocks.push({ label, text: text.slice(open.at, end) });
      done = end;
    }
    open = undefined;
  }
  rest.push(text.slice(done));
  return { blocks, rest: rest.join('') };
}
