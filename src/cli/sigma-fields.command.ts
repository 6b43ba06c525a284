import { Option } from 'commander';
import { type EventTable, eventTables } from '../shape/detection.ts';
import { listFields } from '../sigma/index.ts';
import type { CommandFile } from './command.ts';
import { addJsonOption } from './options.ts';
import { tableLines } from './table.ts';

interface Options {
  readonly table?: EventTable;
  readonly json?: boolean;
}

const command: CommandFile = {
  name: 'sigma fields',
  define(command, { terminal, finish }) {
    addJsonOption(command)
      .description('List the field names that rules may use, and where each is looked for')
      .addOption(new Option('--table <table>', 'only those of one table').choices([...eventTables]))
      .addHelpText(
        'after',
        `
A name without a log means the same in every log of the table. Any other name is a path in the record.

Examples:
  $ snowfence sigma fields --table sign_in
  $ snowfence sigma fields --json`,
      )
      .action((options: Options) => {
        const fields = listFields().filter(({ table }) => options.table === undefined || table === options.table);
        if (options.json === true) terminal.printJson({ fields });
        else {
          const rows = fields.map(({ table, log, field, target }) => [table, log ?? '-', field, target]);
          for (const line of tableLines([['TABLE', 'LOG', 'FIELD', 'MEANS'], ...rows])) terminal.print(line);
        }
        finish(0);
      });
  },
};

export default command;
