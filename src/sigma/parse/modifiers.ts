import type { Modifier } from './modifier.ts';
import all from './modifier/all.modifier.ts';
import base64 from './modifier/base64.modifier.ts';
import cased from './modifier/cased.modifier.ts';
import cidr from './modifier/cidr.modifier.ts';
import compare from './modifier/compare.modifier.ts';
import contains from './modifier/contains.modifier.ts';
import exists from './modifier/exists.modifier.ts';
import expand from './modifier/expand.modifier.ts';
import fieldref from './modifier/fieldref.modifier.ts';
import neq from './modifier/neq.modifier.ts';
import regex from './modifier/regex.modifier.ts';
import timePart from './modifier/time-part.modifier.ts';
import utf16 from './modifier/utf16.modifier.ts';
import windash from './modifier/windash.modifier.ts';

/** Every value modifier of Sigma 2.1.0 by each of its names. */
export const modifiers: ReadonlyMap<string, Modifier> = new Map(
  [all, base64, cased, cidr, compare, contains, exists, expand, fieldref, neq, regex, timePart, utf16, windash]
    .flat()
    .flatMap((modifier) => modifier.names.map((name) => [name, modifier] as const)),
);
