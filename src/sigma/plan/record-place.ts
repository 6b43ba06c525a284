/** A place in a record: the first of some paths that it has. */
export interface RecordPlace {
  /** JSON pointers (RFC 6901). */
  readonly pointers: readonly string[];
  /** Those paths on the way, as pointers, where an array may stand, whose elements are then looked into. */
  readonly arrays: readonly string[];
}

/** Paths with more names than this are followed through objects only: every further one doubles the work. */
const mostNames = 6;

/** The place of paths as rules write them: dots descend, numbers count elements. `isObject` knows names that are never arrays. */
export function placeOf(paths: readonly string[], isObject: (name: string) => boolean): RecordPlace {
  const pointers = paths.map(pointerOf);
  const arrays = pointers.flatMap((pointer) => {
    const names = namesOf(pointer);
    if (names.length > mostNames) return [];
    return names
      .slice(1)
      .flatMap((_, index) => (isObject(names[index] ?? '') ? [] : [pointerTo(names.slice(0, index + 1))]));
  });
  return { pointers, arrays: [...new Set(arrays)] };
}

function pointerOf(path: string): string {
  return pointerTo(path.split('.').map((key) => key.replaceAll('~', '~0').replaceAll('/', '~1')));
}

/** The names of a pointer; one that counts an element belongs to the name before it. */
export function namesOf(pointer: string): string[] {
  const names: string[] = [];
  for (const name of pointer.split('/').slice(1)) {
    if (/^\d+$/.test(name) && names.length > 0) names[names.length - 1] += `/${name}`;
    else names.push(name);
  }
  return names;
}

export function pointerTo(names: readonly string[]): string {
  return names.map((name) => `/${name}`).join('');
}
