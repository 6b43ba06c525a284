import { replaceTextFile } from '../atomic-file.ts';
import type { OutputFormat } from '../output-format.ts';
import { type CheckPosture, postureObjectLines, readPosture } from '../read/posture.ts';

/** What every check says of the tenants, lesson by lesson, with the objects; an empty array without an audit. */
const auditJson: OutputFormat = {
  name: 'audit.json',
  async write(store, directory) {
    const postures = (await readPosture(store)).flatMap(({ checks }) => checks);
    const byName = postures.toSorted((a, b) => (a.check.check < b.check.check ? -1 : 1));
    await replaceTextFile(directory, this.name, async (write) => {
      let position = 0;
      let isEmpty = true;
      await write('[');
      const begin = () => {
        const posture = byName[position];
        return posture === undefined ? undefined : write(`${position === 0 ? '\n' : ',\n'}${headOf(posture)}`);
      };
      const end = async () => {
        await write(isEmpty ? ']}' : '\n]}');
        position += 1;
        isEmpty = true;
        await begin();
      };
      await begin();
      for await (const rows of store.stream<{ check: string; lines: string }>(postureObjectLines())) {
        for (const { check, lines } of rows) {
          while (byName[position]?.check.check !== check && position < byName.length) await end();
          await write(`${isEmpty ? '\n ' : ',\n '}${lines}`);
          isEmpty = false;
        }
      }
      while (position < byName.length) await end();
      await write('\n]\n');
    });
  },
};

export default auditJson;

/** The entry of a check up to its list of objects, which is its last member. */
function headOf({ check, verdict, severity, because, tenants }: CheckPosture): string {
  const head = {
    check: check.check,
    lesson: check.lesson,
    title: check.title,
    verdict,
    severity,
    because,
    risk: check.risk,
    fix: `${check.fix.portal}\n${check.fix.command}`,
    references: check.references,
    tenants,
    objects: [],
  };
  return JSON.stringify(head).slice(0, -2);
}
