export async function readUserRules(_: string): Promise<{ rules: never[]; kinds: never[] }> { return { rules: [], kinds: [] }; }
