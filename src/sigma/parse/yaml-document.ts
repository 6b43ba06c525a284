import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseAllDocuments } from 'yaml';
import { Fault, type FaultPlace } from '../../shape/fault.ts';
import { limits } from './limits.ts';
import { ruleFault } from './rule-fault.ts';

/** A YAML value with the place where it stands. Whole numbers are `bigint`, so that none loses digits. */
export type Yaml =
  | {
      readonly kind: 'scalar';
      readonly value: string | bigint | number | boolean | null;
      readonly place: FaultPlace;
      readonly column: ColumnOf;
    }
  | { readonly kind: 'list'; readonly items: readonly Yaml[]; readonly place: FaultPlace }
  | { readonly kind: 'map'; readonly entries: readonly YamlEntry[]; readonly place: FaultPlace };

export interface YamlEntry {
  readonly key: string;
  readonly keyPlace: FaultPlace;
  readonly value: Yaml;
}

/** The place of the character at `index` of a text, as near as its spelling (quotes, folded lines) allows. */
type ColumnOf = (index: number) => FaultPlace;

/** Reads all documents of a file; empty ones are left out. Anchors are followed, within the limits. */
export function readYaml(text: string, file: string): { documents: Yaml[]; faults: Fault[] } {
  const lines = new LineCounter();
  const faults: Fault[] = [];
  const documents: Yaml[] = [];
  const place = (offset: number | undefined): FaultPlace => {
    const { line, col } = lines.linePos(offset ?? 0);
    return { file, line, column: col };
  };
  let parsed: Document.Parsed[];
  try {
    // The library looks for repeated keys in quadratic time; the reader below does it in linear time.
    const options = { lineCounter: lines, intAsBigInt: true, prettyErrors: false, uniqueKeys: false } as const;
    const result = parseAllDocuments(text, { ...options, logLevel: 'silent' });
    parsed = 'empty' in result ? [] : result;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { documents, faults: [tooDeep({ file, line: 1, column: 1 })] };
  }
  for (const document of parsed) {
    faults.push(...document.errors.slice(0, limits.faultsPerFile).map((error) => toFault(error, place(error.pos[0]))));
    if (faults.length >= limits.faultsPerFile) break;
    if (document.errors.length > 0 || document.contents === null) continue;
    try {
      const value = new NodeReader(text, place).read(document.contents, 0);
      if (value.kind !== 'scalar' || value.value !== null) documents.push(value);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      faults.push(error);
    }
  }
  return { documents, faults };
}

function toFault({ message }: Error, place: FaultPlace): Fault {
  // The library's recursion ended at the stack's end.
  if (message.includes('call stack')) return tooDeep(place);
  const hint = 'Correct the YAML; text with ":" or "#" or "*" needs quotes.';
  return ruleFault(`not readable as YAML: ${message}`, place, hint);
}

function tooDeep(place: FaultPlace): Fault {
  return ruleFault(
    'maps and lists are nested too deep',
    place,
    `At most ${limits.nesting} may stand inside each other.`,
  );
}

class NodeReader {
  readonly #text: string;
  readonly #place: (offset: number | undefined) => FaultPlace;
  readonly #anchors = new Map<string, Node>();
  #nodes = 0;

  constructor(text: string, place: (offset: number | undefined) => FaultPlace) {
    this.#text = text;
    this.#place = place;
  }

  read(node: Node, depth: number): Yaml {
    const place = this.#place(node.range?.[0]);
    this.#nodes += 1;
    if (this.#nodes > limits.nodes) {
      throw ruleFault(
        'the file holds too many values',
        place,
        `At most ${limits.nodes} are read, those behind anchors counted each time.`,
      );
    }
    if (depth > limits.nesting) throw tooDeep(place);
    if (isAlias(node)) {
      const target = this.#anchors.get(node.source);
      if (target === undefined)
        throw ruleFault(`nothing is anchored as "${node.source}"`, place, 'Define the anchor before it.');
      return this.read(target, depth + 1);
    }
    // Later anchors of the same name replace earlier ones, in the order of the text.
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, node);
    if (isMap<Node, Node | null>(node)) {
      const names = new Set<string>();
      return { kind: 'map', place, entries: node.items.map((pair) => this.#entry(pair, names, depth)) };
    }
    if (isSeq<Node>(node)) {
      const items = node.items.map((item) => this.read(item, depth + 1));
      return { kind: 'list', place, items };
    }
    if (isScalar(node) && isPlain(node.value)) {
      const start = node.range?.[0] ?? 0;
      return { kind: 'scalar', value: node.value, place, column: (index) => this.#within(start, node.type, index) };
    }
    throw ruleFault(
      'this kind of value has no place in a rule',
      place,
      'Use text, numbers, true, false, null, maps and lists.',
    );
  }

  #entry(pair: { key: Node; value: Node | null }, names: Set<string>, depth: number): YamlEntry {
    const key = this.read(pair.key, depth + 1);
    if (key.kind !== 'scalar' || key.value === null) {
      throw ruleFault('the name of a map entry must be text', key.place, 'Write "name: value".');
    }
    const name = String(key.value);
    if (names.has(name))
      throw ruleFault(`"${name}" stands twice in one map`, key.place, 'Join the two, or rename one.');
    if (name === '<<') throw ruleFault('merged maps ("<<") are not supported', key.place, 'Write the entries out.');
    names.add(name);
    const value: Yaml =
      pair.value === null
        ? { kind: 'scalar', value: null, place: key.place, column: () => key.place }
        : this.read(pair.value, depth + 1);
    return { key: name, keyPlace: key.place, value };
  }

  /** Block and folded texts begin on the next line; there the start of the text is the best that can be said. */
  #within(start: number, type: unknown, index: number): FaultPlace {
    if (type === 'BLOCK_FOLDED' || type === 'BLOCK_LITERAL') return this.#place(start);
    const isQuoted = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE';
    const offset = start + (isQuoted ? 1 : 0) + index;
    return this.#place(Math.min(offset, this.#text.length));
  }
}

function isPlain(value: unknown): value is string | bigint | number | boolean | null {
  return value === null || ['string', 'bigint', 'number', 'boolean'].includes(typeof value);
}
