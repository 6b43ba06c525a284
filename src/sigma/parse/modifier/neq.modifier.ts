import type { Modifier } from '../modifier.ts';

/** `neq`: the item must not match. With a list: the value is none of them; with `all`: not all of them. */
const modifiers: readonly Modifier[] = [{ names: ['neq'], apply: (draft) => ({ ...draft, isNegated: true }) }];
export default modifiers;
