/** Writes a made-up tenant as files: Graph's lists, one record a line or in pages, and AzureHound's one large object. */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { tenantId, tenantLists } from './tenant.mjs';

const pageSize = 999;

class Output {
  #out;
  #text = '';
  bytes = 0;

  constructor(path) {
    this.#out = createWriteStream(path, { highWaterMark: 4 * 1024 * 1024 });
  }

  async write(text) {
    this.#text += text;
    this.bytes += text.length;
    if (this.#text.length < 1024 * 1024) return;
    const ready = this.#out.write(this.#text);
    this.#text = '';
    if (!ready) await once(this.#out, 'drain');
  }

  async end() {
    this.#out.end(this.#text);
    await once(this.#out, 'finish');
  }
}

/**
 * One file for each list. Policies and roles are pages; so is everything if asked for, with as many pages in a file as there are.
 *
 * @returns path and records of each file by its list.
 */
export async function writeGraphFiles(folder, sizes, isPaged) {
  const files = {};
  for (const [name, { count, make }] of Object.entries(tenantLists(sizes))) {
    const path = join(folder, `2026-06-01-${name}.json`);
    const out = new Output(path);
    for (let index = 0; index < count; index += 1) {
      const place = index % pageSize;
      const before = place === 0 ? `{"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#${name}","value":[\n` : ',\n';
      const isLast = place === pageSize - 1 || index === count - 1;
      await out.write(isPaged ? `${before}${JSON.stringify(make(index))}${isLast ? ']}\n' : ''}` : `${JSON.stringify(make(index))}\n`);
    }
    await out.end();
    files[name] = { path, records: count, bytes: out.bytes };
  }
  return files;
}

const azurehoundKinds = {
  users: (data) => [['AZUser', data]],
  servicePrincipals: (data) => [['AZServicePrincipal', data]],
  applications: ({ owners, ...data }) => [
    ['AZApp', data],
    ['AZAppOwner', { appId: data.appId, owners: owners.map((owner) => ({ appId: data.appId, owner })) }],
  ],
  assignments: (data) => [['AZAppRoleAssignment', data]],
  groups: ({ members, owners, ...data }) => [
    ['AZGroup', data],
    ['AZGroupMember', { groupId: data.id, members: members.map((member) => ({ groupId: data.id, member })) }],
    ['AZGroupOwner', { groupId: data.id, owners: owners.map((owner) => ({ groupId: data.id, owner })) }],
  ],
  roleDefinitions: (data) => [['AZRole', data]],
  roles: (data) => [['AZRoleAssignment', { roleDefinitionId: data.roleDefinitionId, roleAssignments: [data] }]],
  grants: (data) => [['AZOAuth2PermissionGrant', data]],
};

const turns = 1000;

/**
 * One object of this size: the lists take turns, each in proportion to its length, since AzureHound asks for all at once. It ends
 * where the size is reached, and begins anew under other ids where the lists are not long enough.
 */
export async function writeAzurehoundFile(path, sizes, atLeast) {
  const out = new Output(path);
  const tenant = { kind: 'AZTenant', data: { id: `/tenants/${tenantId}`, tenantId, displayName: 'Frostline', defaultDomain: 'frostline.example', collected: true } };
  await out.write(`{"data":[\n${JSON.stringify(tenant)}`);
  let records = 1;
  const lists = tenantLists(sizes);
  for (let turn = 0; out.bytes < atLeast; turn += 1) {
    for (const [name, convert] of Object.entries(azurehoundKinds)) {
      const { count, make } = lists[name];
      const end = Math.floor(((turn + 1) * count) / turns);
      for (let index = Math.floor((turn * count) / turns); index < end && out.bytes < atLeast; index += 1) {
        for (const [kind, data] of convert(make(name === 'roleDefinitions' ? index % count : index))) {
          await out.write(`,\n${JSON.stringify({ kind, data: { ...data, tenantId, tenantName: 'FROSTLINE' } })}`);
          records += 1;
        }
      }
    }
  }
  await out.write(`\n],"meta":{"type":"azure","count":${records},"version":5}}\n`);
  await out.end();
  return { path, records, bytes: out.bytes };
}
