import type { FieldHome } from '../field/field.ts';
import { wordOf } from '../field/translation.ts';
import { type Content, readContent } from '../field/content.ts';
import type { Pattern } from '../parse/pattern.ts';
import type { Text, Wild } from '../parse/text.ts';

interface Objection {
  readonly pattern: RegExp;
  readonly because: string;
}

/** What is known of the values that a field of a log has. */
export interface Vocabulary {
  /** The only values, if they are known. */
  readonly closed: readonly string[];
  /** Documented values by themselves in lower case; there may be more. */
  readonly known: ReadonlyMap<string, string>;
  readonly like: RegExp | undefined;
  /** How every value looks. */
  readonly shape: Objection | undefined;
  readonly never: readonly Objection[];
  readonly doubt: readonly Objection[];
}

/** What a vocabulary says of a pattern: `never` if no value can meet it, `doubt` if that is likely; and why. */
export interface Opinion {
  readonly kind: 'never' | 'doubt';
  readonly because: string;
}

let vocabularies: ReadonlyMap<string, Vocabulary> | undefined;

/** @throws Fault `content-invalid` if a file of `content/field/vocabulary` is wrong. */
export function vocabularyOf(log: string, home: FieldHome): Vocabulary | undefined {
  vocabularies ??= new Map(
    readContent('field/vocabulary').flatMap((content) =>
      content
        .at('values')
        .entries.flatMap(([name, value]) =>
          content.at('logs').texts.map((log) => [`${log} ${name}`, readVocabulary(value)] as const),
        ),
    ),
  );
  return vocabularies.get(`${log} ${keyOf(home)}`);
}

/** A column, the first path in lower case, or `list.part` and `list.inside.part`. */
function keyOf(home: FieldHome): string {
  if (home.kind === 'column' || home.kind === 'list') return home.column;
  if (home.kind === 'record') return home.paths[0]?.toLowerCase() ?? '';
  return [home.list, home.inside, home.part].filter((part) => part !== undefined).join('.');
}

function readVocabulary(value: Content): Vocabulary {
  const objections = (name: string): Objection[] =>
    value.at(name).items.map((one) => ({ pattern: one.expression('pattern'), because: one.needed('because') }));
  const has = (name: string): boolean => value.at(name).text !== undefined;
  return {
    closed: value.at('closed').texts,
    known: new Map(value.at('known').texts.map((text) => [text.toLowerCase(), text])),
    like: has('like') ? value.expression('like') : undefined,
    shape: has('shape') ? { pattern: value.expression('shape'), because: value.needed('because') } : undefined,
    never: objections('never'),
    doubt: objections('doubt'),
  };
}

/** What the vocabulary says of one pattern; undefined if nothing speaks against it. */
export function opinionOf(pattern: Pattern, vocabulary: Vocabulary): Opinion | undefined {
  if (pattern.kind === 'any') {
    const opinions = pattern.of.map((one) => opinionOf(one, vocabulary));
    if (opinions.some((opinion) => opinion === undefined)) return undefined;
    return opinions.find((opinion) => opinion?.kind === 'doubt') ?? opinions[0];
  }
  const word = wordOf(pattern);
  if (word !== undefined) return word === '' ? undefined : opinionOfWord(word, vocabulary);
  return pattern.kind === 'text' ? opinionOfText(pattern.text, vocabulary) : undefined;
}

function opinionOfWord(word: string, vocabulary: Vocabulary): Opinion | undefined {
  const { closed, known, like, shape, never, doubt } = vocabulary;
  const name = word.toLowerCase();
  if (known.has(name)) return undefined;
  const objection = never.find(({ pattern }) => pattern.test(word));
  if (objection !== undefined) return { kind: 'never', because: objection.because };
  if (closed.length > 0) {
    if (closed.some((value) => value.toLowerCase() === name)) return undefined;
    return { kind: 'never', because: `The only values are ${closed.join(', ')}.` };
  }
  const names = namesJoined(name, known);
  if (names.length > 0) {
    return {
      kind: 'never',
      because: `These are several names in one text; each is a value of its own: ${names.join(', ')}.`,
    };
  }
  if (shape?.pattern.test(word) === false) return { kind: 'never', because: shape.because };
  const suspicion = doubt.find(({ pattern }) => pattern.test(word));
  if (suspicion !== undefined) return { kind: 'doubt', because: suspicion.because };
  if (known.size === 0 || like?.test(word) === true) return undefined;
  return { kind: 'doubt', because: 'It is not among the documented values, which may not be all.' };
}

/** `Request Approved/Denied` is two known names that share a word, `Update service principal/Update application` two whole ones. */
function namesJoined(name: string, known: Vocabulary['known']): string[] {
  const parts = name.split('/').map((part) => part.trim());
  if (parts.length < 2) return [];
  const [first = '', ...others] = parts;
  const shared = first.slice(0, first.lastIndexOf(' ') + 1);
  const whole = [parts, [first, ...others.map((other) => shared + other)]];
  const names = whole.find((names) => names.every((one) => known.has(one))) ?? [];
  return names.map((one) => known.get(one) ?? one);
}

function opinionOfText(text: Text, { closed, known, like, doubt }: Vocabulary): Opinion | undefined {
  if (closed.length > 0) {
    if (closed.some((value) => isMet(text, value))) return undefined;
    return { kind: 'never', because: `The only values are ${closed.join(', ')}.` };
  }
  const letters = text.pieces.filter((piece) => typeof piece === 'string').join('');
  const suspicion = doubt.find(({ pattern }) => pattern.test(letters));
  if (suspicion !== undefined) return { kind: 'doubt', because: suspicion.because };
  if (known.size === 0 || like?.test(letters) === true || [...known.keys()].some((value) => isMet(text, value))) {
    return undefined;
  }
  return { kind: 'doubt', because: 'No documented value is like this, but there may be more of them.' };
}

/** Whether the value meets a text with wildcards; the time does not explode with the number of `*`. */
function isMet({ pieces }: Text, value: string): boolean {
  const wanted = pieces.flatMap((piece): (string | Wild)[] =>
    typeof piece === 'string' ? piece.toLowerCase().split('') : [piece],
  );
  const isAny = (one: string | Wild | undefined): boolean => typeof one === 'object' && one.wild === 'any';
  const characters = value.toLowerCase().split('');
  let [at, star, retry] = [0, -1, 0];
  for (let index = 0; index < characters.length; ) {
    if (isAny(wanted[at])) {
      [star, retry] = [at, index];
      at += 1;
    } else if (isOne(wanted[at], characters[index])) {
      at += 1;
      index += 1;
    } else {
      if (star < 0) return false;
      retry += 1;
      [at, index] = [star + 1, retry];
    }
  }
  return wanted.slice(at).every(isAny);
}

function isOne(wanted: string | Wild | undefined, character = ''): boolean {
  if (typeof wanted !== 'object') return wanted === character;
  return wanted.wild === 'one' || (wanted.wild === 'dash' && '-/–—―'.includes(character));
}

/** Known values that one value would have to hold together, although no known one does: a record has one operation. */
export function rivalsAmong(patterns: readonly Pattern[], { known }: Vocabulary): readonly string[] {
  const texts = patterns.flatMap((pattern) => (pattern.kind === 'any' ? pattern.of.slice(0, 1) : [pattern]));
  const all = texts.flatMap((pattern) => {
    if (pattern.kind !== 'text') return [];
    const letters = pattern.text.pieces.filter((piece) => typeof piece === 'string');
    const name = letters.join('').toLowerCase();
    return letters.length === 1 && known.has(name) ? [name] : [];
  });
  const names = [...new Set(all)];
  if (names.length < 2 || [...known.keys()].some((value) => names.every((name) => value.includes(name)))) return [];
  const isPart = names.some((name) => names.some((other) => other !== name && other.includes(name)));
  return isPart ? [] : names.map((name) => known.get(name) ?? name);
}
