import { refuse } from './document.ts';

const flagOf: Readonly<Record<string, string>> = {
  i: 'i',
  ignorecase: 'i',
  m: 'm',
  multiline: 'm',
  s: 's',
  dotall: 's',
};

function compiled(source: string, flags: string): RegExp {
  try {
    return new RegExp(source, `${flags}u`);
  } catch {
    // Escapes such as `\-` are only allowed without `u`.
    try {
      return new RegExp(source, flags);
    } catch {
      return refuse(`${source} is no regular expression`);
    }
  }
}

/** Whether the expression is found in a text, or at the end that the modifiers name. */
export function searchOf(text: string, modifiers: readonly string[]): (text: string) => boolean {
  const [inline = '', letters = ''] = /^\(\?([ims]+)\)/.exec(text) ?? [];
  const flags = new Set([...Array.from(letters), ...modifiers.flatMap((name) => flagOf[name] ?? [])]);
  const source = text.slice(inline.length);
  if (/\(\?<?[=!]|\\[1-9]/.test(source)) refuse('no looking around, no references');
  compiled(source, '');
  // Not `^` and `$`, which `m` would make the ends of a line; `y` means: exactly where the search begins.
  const isAtEnd = modifiers.includes('endswith');
  if (modifiers.includes('startswith')) flags.add('y');
  const expression = compiled(isAtEnd ? `(?:${source})(?![\\s\\S])` : source, [...flags].join(''));
  return (sought) => {
    expression.lastIndex = 0;
    return expression.test(sought);
  };
}
