/** Rules for measuring: as many as wanted, the further ones being copies with other values. */

/** @param rules parsed rules; the first `wanted` of their order when spread over all, then copies. */
export function manyRules(rules, wanted) {
  const spread = rules.toSorted((a, b) => (a.title < b.title ? -1 : 1));
  return Array.from({ length: wanted }, (_, index) => {
    const rule = spread[index % spread.length];
    const copy = Math.floor(index / spread.length);
    return copy === 0 ? rule : varied(rule, copy);
  });
}

function varied(rule, copy) {
  const selections = new Map([...rule.selections].map(([name, selection]) => [name, variedSelection(selection, copy)]));
  return { ...rule, detection: `${rule.detection}-copy-${copy}`, selections };
}

function variedSelection(selection, copy) {
  if (selection.kind === 'any') return { ...selection, of: selection.of.map((part) => variedSelection(part, copy)) };
  return { ...selection, of: selection.of.map((item) => variedItem(item, copy)) };
}

function variedItem(item, copy) {
  const isOperation = /^(operation(name)?|activitydisplayname|properties\.message)$/i.test(item.field ?? '');
  return isOperation && copy % 2 === 0 ? item : { ...item, patterns: item.patterns.map((pattern) => variedPattern(pattern, copy)) };
}

function variedPattern(pattern, copy) {
  if (pattern.kind === 'any') return { ...pattern, of: pattern.of.map((inner) => variedPattern(inner, copy)) };
  if (pattern.kind === 'number') return { ...pattern, text: String(Number(pattern.text) + 100_000 * copy) };
  if (pattern.kind !== 'text') return pattern;
  let isDone = false;
  const pieces = pattern.text.pieces.map((piece) => {
    if (typeof piece !== 'string' || isDone) return piece;
    isDone = true;
    return `${piece}${copy}`;
  });
  return { ...pattern, text: { ...pattern.text, pieces } };
}
