import { entryOf, type Problems } from './problems.ts';
import type { Yaml, YamlEntry } from './yaml-document.ts';

/**
 * Carries out the `action` of documents: `global` is merged into the rules that follow, `reset` ends that, `repeat` is
 * merged into the rule before it. Gives the documents that are rules, correlations or filters of their own.
 */
export function mergeActions(documents: readonly Yaml[], problems: Problems): Yaml[] {
  const merged: Yaml[] = [];
  let global: Yaml | undefined;
  let previous: Yaml | undefined;
  for (const document of documents) {
    const action = entryOf(document, 'action')?.value;
    if (action === undefined) {
      const isRule = entryOf(document, 'correlation') === undefined && entryOf(document, 'filter') === undefined;
      const whole = isRule && global !== undefined ? mergeYaml(global, document) : document;
      if (isRule) previous = whole;
      merged.push(whole);
      continue;
    }
    const word = action.kind === 'scalar' ? action.value : undefined;
    const rest = withoutAction(document);
    if (word === 'global') global = global === undefined ? rest : mergeYaml(global, rest);
    else if (word === 'reset') global = undefined;
    else if (word === 'repeat' && previous !== undefined) {
      previous = mergeYaml(previous, rest);
      merged.push(previous);
    } else if (word === 'repeat') {
      problems.add('there is no rule to repeat', action.place, 'Put it behind a rule of the same file.');
    } else problems.add('this action is not known', action.place, 'Use global, reset or repeat.');
  }
  return merged;
}

function withoutAction(document: Yaml): Yaml {
  if (document.kind !== 'map') return document;
  return { ...document, entries: document.entries.filter(({ key }) => key !== 'action') };
}

/** Maps are merged entry by entry, anything else of `over` replaces what is in `under`. The place is that of `over`. */
function mergeYaml(under: Yaml, over: Yaml): Yaml {
  if (under.kind !== 'map' || over.kind !== 'map') return over;
  const entries = new Map<string, YamlEntry>(under.entries.map((entry) => [entry.key, entry]));
  for (const entry of over.entries) {
    const known = entries.get(entry.key);
    entries.set(entry.key, known === undefined ? entry : { ...entry, value: mergeYaml(known.value, entry.value) });
  }
  return { kind: 'map', place: over.place, entries: [...entries.values()] };
}
