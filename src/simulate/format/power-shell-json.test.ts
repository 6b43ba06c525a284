import { expect, it } from 'vitest';
import { windowsPowerShellJson } from './power-shell-json.ts';

it('lays values out as ConvertTo-Json of Windows PowerShell does', () => {
  const value = [{ Name: "it's <b>", When: new Date(1_700_000_000_000), List: ['a/b', 1], None: null }];
  expect(windowsPowerShellJson(value, '\n')).toBe(`[
    {
        "Name":  "it\\u0027s \\u003cb\\u003e",
        "When":  "\\/Date(1700000000000)\\/",
        "List":  [
                     "a/b",
                     1
                 ],
        "None":  null
    }
]`);
});
