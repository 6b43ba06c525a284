/**
 * A PDF for examples of readers: one page for each drawing, in Helvetica. It has no table of places, so that readers find the
 * objects by searching, as they do in damaged files.
 */
export function smallPdf(pages: readonly string[], more: readonly string[] = [], catalog = ''): Buffer {
  const kids = pages.map((_, index) => `${10 + index * 2} 0 R`).join(' ');
  const objects = [
    `1 0 obj <</Type/Catalog/Pages 2 0 R${catalog}>> endobj`,
    `2 0 obj <</Type/Pages/Count ${pages.length}/Kids[${kids}]>> endobj`,
    '3 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj',
    ...more,
    ...pages.flatMap((drawing, index) => [
      `${10 + index * 2} 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 3 0 R>>>>/Contents ${11 + index * 2} 0 R>> endobj`,
      `${11 + index * 2} 0 obj <</Length ${drawing.length}>> stream\n${drawing}\nendstream endobj`,
    ]),
  ];
  return Buffer.from(`%PDF-1.4\n${objects.join('\n')}\ntrailer <</Root 1 0 R>>\n%%EOF\n`, 'latin1');
}
