import { readdir } from 'node:fs/promises';

/**
 * The default exports of all files `*.<kind>` beside the caller, in the order of their names: how this house grows by
 * one file. Works on the sources and on what was built from them.
 *
 * @param folder URL of the folder, made from the caller's `import.meta.url`.
 * @param kind such as `source` or `command`.
 */
export async function discover<T>(folder: URL, kind: string): Promise<readonly T[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(`.${kind}.ts`) || name.endsWith(`.${kind}.js`));
  return Promise.all(
    names.toSorted().map(async (name) => {
      const module = (await import(new URL(name, folder).href)) as { default: T };
      return module.default;
    }),
  );
}
