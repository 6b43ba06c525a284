import { join } from 'node:path';
import { audit } from '../case/audit.ts';
import { readChanges, rememberEarlier } from '../case/audit-change.ts';
import { report } from '../case/investigate.ts';
import type { Settled } from '../directory/settle.ts';
import { type CheckPosture, type LessonPosture, readPosture } from '../report/read/posture.ts';
import { parseInstant } from '../shape/instant.ts';
import { isAtLeast, type Severity } from '../shape/severity.ts';
import { auditLines, changeLines } from './audit-lines.ts';
import type { CommandFile, ExitCode } from './command.ts';
import { addFailOnOption, addJsonOption, addLimitOptions, type LimitOptions, parseTime } from './options.ts';
import { harmless, type Terminal } from './terminal.ts';
import { withCase } from './with-case.ts';

interface AuditCommandOptions extends LimitOptions {
  readonly case: string;
  readonly asOf?: string;
  readonly diff?: string;
  readonly failOn?: Severity;
  readonly json?: boolean;
}

const command: CommandFile = {
  name: 'audit',
  define(command, context) {
    const { terminal, finish } = context;
    addJsonOption(addFailOnOption(addLimitOptions(command.requiredOption('--case <dir>', 'folder of the case'))))
      .option('--as-of <time>', 'only exports made up to this time (UTC) count', parseTime)
      .option('--diff <earlier>', 'say what has changed since: a time (UTC), or an earlier audit.json')
      .description('Ask every check of posture about the tenants of a case: could it happen here?')
      .addHelpText(
        'after',
        `
Examples:
  $ snowfence ingest ./directory-exports --case ./case
  $ snowfence audit --case ./case
  $ snowfence audit --case ./case --diff 2026-10-01            # against the exports of before
  $ snowfence audit --case ./case --diff ./last-month/audit.json
  $ snowfence audit --case ./case --json --fail-on high`,
      )
      .action((options: AuditCommandOptions) =>
        withCase(context, options, false, async (opened) => {
          const { store } = opened;
          const asOf = options.asOf === undefined ? undefined : new Date(options.asOf);
          const onProgress = (step: string): void => terminal.progress(() => `auditing: ${step}`);
          const { diff } = options;
          if (diff !== undefined) await rememberEarlier(store, timeOrPath(diff), { onProgress });
          const settled = await audit(store, { asOf, onProgress });
          const changes = diff === undefined ? undefined : await readChanges(store);
          const lessons = await readPosture(store);
          await report(opened);
          if (options.json === true) {
            terminal.printJson({
              case: options.case,
              ...summaryOf(lessons),
              tenants: settled.tenants,
              files: settled.files,
              changes,
            });
          } else {
            for (const line of auditLines(lessons, settled)) terminal.print(line);
            for (const line of changes === undefined ? [] : changeLines(changes)) terminal.print(line);
            terminal.print(`Report     ${harmless(join(options.case, 'report.html'))}`);
          }
          finish(exitCodeOf(terminal, lessons, settled, options.failOn));
        }),
      );
  },
};

export default command;

function checksOf(lessons: readonly LessonPosture[]): CheckPosture[] {
  return lessons.flatMap(({ checks }) => checks);
}

function timeOrPath(text: string): Date | string {
  const time = parseInstant(text);
  return time === undefined ? text : new Date(time);
}

/** 3 if nothing was there to examine, 1 if something that is not met is at or above `failOn`. */
function exitCodeOf(
  terminal: Terminal,
  lessons: readonly LessonPosture[],
  settled: Settled,
  failOn: Severity | undefined,
): ExitCode {
  if (settled.files.length === 0) {
    terminal.complain(
      'nothing-examined: The case has no export of a directory.\nRead exports of users, applications, roles and policies with `snowfence ingest`; docs/sources.md lists what can be read.',
    );
    return 3;
  }
  const isBad = ({ verdict, severity }: CheckPosture): boolean =>
    verdict === 'not-met' && failOn !== undefined && isAtLeast(severity, failOn);
  return checksOf(lessons).some(isBad) ? 1 : 0;
}

function summaryOf(lessons: readonly LessonPosture[]) {
  const checks = checksOf(lessons);
  const count = (verdict: string): number => checks.filter((posture) => posture.verdict === verdict).length;
  return {
    met: count('met'),
    notMet: count('not-met'),
    notExamined: count('not-examined'),
    checks: checks.map(({ check, verdict, severity, because, objects }) => ({
      check: check.check,
      verdict,
      severity,
      because,
      objects,
    })),
  };
}
