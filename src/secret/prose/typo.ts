const vowels = ['aeiou', 'аеиоу'];

/** The ways in which a hurried hand writes a word: a letter left out, doubled or swapped with the next, another vowel. */
export function typosOf(word: string): string[] {
  const typos = new Set<string>();
  const letters = word.split('');
  for (const [index, letter] of letters.entries()) {
    const before = letters.slice(0, index).join('');
    const after = letters.slice(index + 1).join('');
    // A word is known by its first letter.
    if (index > 0) typos.add(before + after);
    typos.add(before + letter + letter + after);
    const next = letters[index + 1];
    if (index > 0 && next !== undefined) typos.add(before + next + letter + letters.slice(index + 2).join(''));
    for (const group of vowels) {
      if (group.includes(letter)) for (const other of group) typos.add(before + other + after);
    }
  }
  typos.delete(word);
  return [...typos];
}
