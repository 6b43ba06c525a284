/** One property of a calendar or a card, unfolded (RFC 5545, section 3.1; RFC 6350, section 3.2). */
export interface ContentLine {
  /** In upper case, without the group before it. */
  readonly name: string;
  /** In upper case as far as names go, such as `ENCODING=BASE64`. */
  readonly parameters: ReadonlyMap<string, string>;
  readonly value: string;
}

/** The properties of a text; lines that are none have an empty name, so that nothing gets lost. */
export function* contentLines(text: string): Generator<ContentLine> {
  const unfolded = text.replaceAll(/\r\n?/g, '\n').replaceAll(/(?<!=)\n[ \t]/g, '');
  let soft: ContentLine | undefined;
  for (const line of unfolded.split('\n')) {
    // vCard 2.1 folds quoted-printable values with an equals sign at the end.
    if (soft !== undefined) {
      soft = { ...soft, value: `${soft.value.slice(0, -1)}${line.replace(/^[ \t]/, '')}` };
      if (line.endsWith('=')) continue;
      yield soft;
      soft = undefined;
      continue;
    }
    const found = lineOf(line);
    if (found.parameters.get('ENCODING') === 'QUOTED-PRINTABLE' && found.value.endsWith('=')) soft = found;
    else if (line.trim() !== '') yield found;
  }
  if (soft !== undefined) yield soft;
}

function lineOf(line: string): ContentLine {
  const found = /^(?:[\w-]{1,60}\.)?([A-Za-z][\w-]{0,80})((?:;(?:[^":;]|"[^"]*")*)*):/.exec(line);
  if (found === null) return { name: '', parameters: new Map(), value: line };
  const [whole, name = '', parameterText = ''] = found;
  const parameters = new Map<string, string>();
  for (const parameter of parameterText.match(/(?:[^";]|"[^"]*")+/g) ?? []) {
    const at = parameter.indexOf('=');
    const value = at < 0 ? parameter : parameter.slice(at + 1).replaceAll('"', '');
    // vCard 2.1 leaves the name out.
    const key =
      at < 0
        ? /^(?:BASE64|QUOTED-PRINTABLE)$/i.test(parameter)
          ? 'ENCODING'
          : 'TYPE'
        : parameter.slice(0, at).toUpperCase();
    parameters.set(key, key === 'ENCODING' ? value.toUpperCase() : value);
  }
  return { name: name.toUpperCase(), parameters, value: line.slice(whole.length) };
}
