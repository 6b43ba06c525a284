import type { EdgeExample } from '../../src/privilege/edge.ts';

/**
 * An example of an edge as tenants of its own: no other example has an object, an address or a domain of it. Ids of applications
 * are common to them, as those of an application that many tenants use.
 */
export interface PlantedExample {
  readonly records: readonly object[];
  /** The organization that the records are of; undefined if they say themselves which tenants there are. */
  readonly organization: object | undefined;
  /** The edges that the example expects, in the planted ids, sorted. */
  readonly edges: readonly string[];
}

/** Keys whose values are ids of a tenant's own, in lower case. */
const idKeys = new Set(
  'id objectid tenantid templateid groupid principalid clientid resourceid roledefinitionid appownerorganizationid subject'.split(
    ' ',
  ),
);

/** Ids that are the same in every tenant, because Microsoft gave them. */
const isEverywhere = /^([\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}|TemporaryAccessPass|all_users)$/i;

/** Numbers of the planted examples whose mark is in a node's id. */
export function plantsIn(node: string): string[] {
  return [...node.matchAll(/-x(\d+)/g)].map(([, plant]) => plant ?? '');
}

/** Display names are not marked, so that the tenants have many of them in common. */
export function plantExample({ records, edges }: EdgeExample, plant: number): PlantedExample {
  const mark = (text: string): string => `${text}-x${plant}`;
  const values = records.flatMap((record) => textsIn(record));
  const ids = values.filter(({ key, text }) => idKeys.has(key.toLowerCase()) && !isEverywhere.test(text));
  const longestFirst = [...new Set(ids.map(({ text }) => text))].toSorted((a, b) => b.length - a.length);
  const ofExample = new RegExp(`(?<![\\w-])(${longestFirst.map(literally).join('|')})(?![\\w-])`, 'gi');
  const renamed = (text: string): string =>
    text.replaceAll(ofExample, mark).replaceAll(/([a-z]+)(?=\.example)/gi, mark);
  const tenant = mark('tenant');
  const isTold = ids.some(({ key }) => key === 'tenantId' || key === 'appOwnerOrganizationId');
  return {
    records: records.map((record) => withTexts(record, renamed)),
    organization: isTold ? undefined : { id: tenant, displayName: 'Frostline', tenantType: 'AAD', verifiedDomains: [] },
    edges: edges.map((edge) => renamed(edge).replaceAll('unknown tenant', tenant)).toSorted(),
  };
}

function literally(text: string): string {
  return text.replaceAll(/[^\w-]/g, String.raw`\$&`);
}

function textsIn(record: object): { key: string; text: string }[] {
  const found: { key: string; text: string }[] = [];
  JSON.stringify(record, (key, value: unknown) => {
    if (typeof value === 'string') found.push({ key, text: value });
    return value;
  });
  return found;
}

function withTexts(record: object, change: (text: string) => string): object {
  const kept = /^@odata|^displayName$/i;
  const text = JSON.stringify(record, (key, value: unknown) =>
    typeof value === 'string' && !kept.test(key) ? change(value) : value,
  );
  return JSON.parse(text) as object;
}
