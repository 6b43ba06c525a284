import { Option } from 'commander';
import { type EventTable, eventTables } from '../shape/detection.ts';
import { type CompiledCorrelation, type CompiledRule, type CompiledRules, statementOf } from '../sigma/index.ts';
import { pathOfRule, readAskedRules } from './asked-rules.ts';
import type { CommandFile } from './command.ts';
import { tellRuleFaults } from './narration.ts';
import { addJsonOption, addRulesOption } from './options.ts';
import { layOutSql } from './sql-layout.ts';
import { harmless } from './terminal.ts';

interface Options {
  readonly rules: string[];
  readonly table?: EventTable;
  readonly json?: boolean;
}

const command: CommandFile = {
  name: 'sigma compile',
  define(command, { terminal, finish }) {
    addJsonOption(addRulesOption(command.argument('<rule>', 'rule file, or the name of a shipped rule')))
      .description('Print the SQL of a rule or correlation')
      .addOption(new Option('--table <table>', 'only what is asked of one table').choices([...eventTables]))
      .addHelpText(
        'after',
        `
Examples:
  $ snowfence sigma compile app-role-granted
  $ snowfence sigma compile our-rule.yml --table sign_in
  $ snowfence sigma compile our-correlation.yml --rules ./our-sigma-rules --json`,
      )
      .action((rule: string, options: Options) => {
        const { compiled: all, faults, isAsked } = readAskedRules([pathOfRule(rule)], options);
        const narrowed = narrowedTo(all, options.table);
        const queries = [...narrowed.compiled, ...narrowed.correlations]
          .filter((compiled) => isAsked(compiled.rule))
          .map((compiled) => queryOf(compiled, narrowed));
        tellRuleFaults(terminal, faults);
        if (options.json === true) {
          terminal.printJson({ queries, faults: faults.map(({ located }) => located) });
        } else {
          for (const { detection, title, logs, tables, filters, sql } of queries) {
            terminal.print(`-- ${harmless(`${detection}: ${title}`)}`);
            terminal.print(`-- logs: ${logs.join(', ')}`);
            terminal.print(`-- tables: ${tables.length === 0 ? 'none of them can have it' : tables.join(', ')}`);
            for (const filter of filters) terminal.print(`-- narrowed by the filter: ${harmless(filter)}`);
            // What is left of control characters is in names, such as those of files.
            terminal.print(`${sql.split('\n').map(harmless).join('\n')};\n`);
          }
        }
        finish(faults.length > 0 ? 3 : 0);
      });
  },
};

export default command;

type CorrelationSource = CompiledCorrelation['plan']['sources'][number];
type Compiled = Pick<CompiledRules, 'compiled' | 'correlations'>;

/** As if there were no other table. */
function narrowedTo({ compiled, correlations }: Compiled, only: EventTable | undefined): Compiled {
  if (only === undefined) return { compiled, correlations };
  const narrow = (source: CorrelationSource) => ({
    ...source,
    tables: source.tables.filter((table) => table === only),
  });
  return {
    compiled: compiled.map((rule) => ({ ...rule, conditions: rule.conditions.filter(({ table }) => table === only) })),
    correlations: correlations.map((rule) => ({
      ...rule,
      plan: { ...rule.plan, sources: rule.plan.sources.map(narrow) },
    })),
  };
}

function queryOf(compiled: CompiledRule | CompiledCorrelation, all: Compiled) {
  const { facts, rule } = compiled;
  const tables =
    'plan' in compiled
      ? compiled.plan.sources.flatMap((source) => source.tables)
      : compiled.conditions.map(({ table }) => table);
  return {
    detection: rule.detection,
    title: rule.title,
    logs: facts.logs,
    tables: [...new Set(tables)],
    filters: 'filters' in rule ? rule.filters.map(({ title }) => title) : [],
    sql: layOutSql(statementOf(compiled, all).text),
  };
}
