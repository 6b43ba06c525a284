import { describe, expect, test } from 'vitest';
import { filesBelow, importsOf, type SourceFile, targetOf } from './source-file.ts';

/** The rooms of `src` from the ground up; a room imports only from floors below its own. */
const floors = [
  ['shape', 'discover', 'archive'],
  ['store'],
  ['source', 'sigma', 'analysis', 'directory', 'mail', 'secret'],
  ['ingest', 'posture', 'privilege'],
  ['scan', 'response', 'exposure'],
  ['report'],
  ['case'],
  ['cli'],
] as const;

const floorOf = new Map<string, number>(floors.flatMap((rooms, floor) => rooms.map((room) => [room, floor] as const)));

const all = filesBelow('src', ['.ts']);
const isTest = ({ path }: SourceFile) => path.endsWith('.test.ts') || path.includes('/fixture/');
const product = all.filter((file) => !isTest(file));
const byPath = new Map(product.map((file) => [file.path, file]));

/** Imports of one room by another, as `from -> to`. */
const edges = product.flatMap((file) =>
  file.imports.flatMap((name) => {
    const target = targetOf(file, name);
    return target === undefined ? [] : [{ file, target, to: all.find(({ path }) => path === target)?.room }];
  }),
);
const told = (edge: (typeof edges)[number]) => `${edge.file.path} -> ${edge.target}`;

describe('imports', () => {
  test('are read from every way to write one', () => {
    const text = `import type { A } from './a.ts';
import {
  b,
} from "./b.ts";
export * from './c.ts';
import './d.ts';
const e = await import('./e.ts');
// import './no.ts';
/* import './no.ts'; */`;
    expect(importsOf(text)).toEqual(['./a.ts', './b.ts', './c.ts', './d.ts', './e.ts']);
    expect(edges.length).toBeGreaterThan(300);
  });

  test('name files that are there', () => {
    expect(edges.filter(({ target }) => !all.some(({ path }) => path === target)).map(told)).toEqual([]);
  });

  test('every room has its floor', () => {
    const rooms = new Set(product.map(({ room }) => room).filter((room) => room !== '' && room !== 'simulate'));
    expect([...rooms].toSorted()).toEqual([...floorOf.keys()].toSorted());
  });

  test('go down only, and not to a neighbour on the same floor', () => {
    const wrong = edges.filter(({ file, to }) => {
      if (file.room === '' || file.room === 'simulate' || to === 'simulate' || to === file.room) return false;
      return (floorOf.get(to ?? '') ?? Number.POSITIVE_INFINITY) >= (floorOf.get(file.room) ?? -1);
    });
    expect(wrong.map(told)).toEqual([]);
  });

  test('inside of the Sigma compiler go one way as well', () => {
    const steps = ['parse', 'field', 'plan', 'sql', 'advice'];
    const stepOf = (path: string): number => steps.indexOf(/^src\/sigma\/(\w+)\//.exec(path)?.[1] ?? '');
    const inside = edges.filter(({ file, target }) => stepOf(file.path) >= 0 && stepOf(target) >= 0);
    expect(inside.length).toBeGreaterThan(100);
    expect(inside.filter(({ file, target }) => stepOf(target) > stepOf(file.path)).map(told)).toEqual([]);
  });

  test('of the simulation reach only the vocabulary, and only the command line imports the simulation', () => {
    const fromIt = edges.filter(({ file, to }) => file.room === 'simulate' && to !== 'simulate' && to !== 'shape');
    const toIt = edges.filter(({ file, to }) => file.room !== 'simulate' && file.room !== 'cli' && to === 'simulate');
    expect([...fromIt, ...toIt].map(told)).toEqual([]);
  });

  test('of the library leave out the command line', () => {
    const library = edges.filter(({ file }) => file.path === 'src/index.ts');
    expect(library.length).toBeGreaterThan(5);
    expect(library.filter(({ to }) => to === 'cli' || to === 'simulate').map(told)).toEqual([]);
  });

  test('make no circle', () => {
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (path: string, way: readonly string[]): void => {
      if (way.includes(path)) {
        circles.push([...way.slice(way.indexOf(path)), path].join(' -> '));
        return;
      }
      const file = byPath.get(path);
      if (file === undefined || done.has(path)) return;
      for (const name of file.imports) visit(targetOf(file, name) ?? '', [...way, path]);
      done.add(path);
    };
    for (const { path } of product) visit(path, []);
    expect(circles).toEqual([]);
  });
});

describe('the product stays on this machine', () => {
  const forbidden = new Set([
    'http',
    'https',
    'http2',
    'net',
    'tls',
    'dgram',
    'dns',
    'dns/promises',
    'child_process',
    'cluster',
    'inspector',
  ]);

  test('imports nothing that speaks to a network or starts a program', () => {
    // Two functions that only tell whether a text is an address.
    const harmless = "import { isIPv4, isIPv6 } from 'node:net';";
    const found = product.flatMap((file) =>
      importsOf(file.text.replace(harmless, ''))
        .filter((name) => forbidden.has(name.replace(/^node:/, '')))
        .map((name) => `${file.path}: ${name}`),
    );
    expect(found).toEqual([]);
  });

  test('calls nothing that fetches', () => {
    const calls =
      /\b(?:fetch|require|eval)\s*\(|\bnew (?:WebSocket|EventSource|XMLHttpRequest|Function)\b|\bsendBeacon\b/;
    expect(product.filter(({ text }) => calls.test(text)).map(({ path }) => path)).toEqual([]);
  });
});
