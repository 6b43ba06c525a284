import { readFileSync } from 'node:fs';
import { Fault } from '../../shape/fault.ts';
import { limits } from './limits.ts';
import { ruleFault } from './rule-fault.ts';
import { readYaml } from './yaml-document.ts';

export type Placeholders = Readonly<Record<string, readonly string[]>>;

/**
 * Reads the values for `%name%` in rules with `expand`: a YAML or JSON map of names (without per cent signs) to a text or a
 * list of texts.
 *
 * @throws Fault `path-missing`, `path-unreadable`, `rule-invalid` with the place of what is wrong.
 */
export function readPlaceholders(file: string): Placeholders {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    const hint = 'Give a YAML or JSON file such as: Administrators: [alice@contoso.example]';
    throw new Fault(isMissing ? 'path-missing' : 'path-unreadable', `${file} cannot be read`, { hint, cause });
  }
  if (text.length > limits.fileBytes) {
    throw ruleFault('the file is too large', { file }, `At most ${limits.fileBytes} bytes are read.`);
  }
  const { documents, faults } = readYaml(text, file);
  const [fault] = faults;
  if (fault !== undefined) throw fault;
  const [map] = documents;
  const hint = 'Write a map of names to lists of texts, such as "Administrators: [alice@contoso.example]".';
  if (map?.kind !== 'map') throw ruleFault('this is no map of placeholders', map?.place ?? { file }, hint);
  return Object.fromEntries(
    map.entries.map(({ key, value }) => {
      const items = value.kind === 'list' ? value.items : [value];
      const values = items.map((item) => {
        if (item.kind === 'scalar' && item.value !== null) return String(item.value);
        throw ruleFault(`"${key}" must be a text or a list of texts`, item.place, hint);
      });
      return [key.replaceAll('%', ''), values];
    }),
  );
}
