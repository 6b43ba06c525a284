/** What windows-1252 has at 0x80 to 0x9F; the five holes stay control characters. */
const signs = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** Node 20 decodes windows-1252 as if it were ISO 8859-1; this puts the quotes, dashes and the euro in their places. */
export function western(text: string): string {
  return text.replaceAll(/[\u0080-\u009F]/g, (control) => signs[control.charCodeAt(0) - 0x80] ?? control);
}
