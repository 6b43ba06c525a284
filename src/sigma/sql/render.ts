import type { Dialect } from '../../store/dialect.ts';
import { join, type Sql, sql, trusted } from '../../store/sql.ts';
import type { Operand, Predicate, Test } from '../plan/predicate.ts';
import type { Text } from '../parse/text.ts';
import { OperandSql } from './operand-sql.ts';
import { inChunks, isAny, regexOf, withFlags } from './regex-text.ts';
import type { ScanColumns } from './scan-columns.ts';

/** From this number of texts on, one regular expression with alternatives is faster than searching each. */
const many = 60;

/** The predicate as SQL over the scan's columns: true where it holds, false or null elsewhere. */
export function render(predicate: Predicate, columns: ScanColumns, isNegated = false): Sql {
  switch (predicate.kind) {
    case 'constant':
      return predicate.value === isNegated ? sql`false` : sql`true`;
    case 'test': {
      const test = new TestSql(columns).render(predicate.test);
      return isNegated ? sql`((${test}) is not true)` : test;
    }
    case 'not':
      return render(predicate.of, columns, !isNegated);
    case 'and':
    case 'or':
    default: {
      const separator = (predicate.kind === 'and') === isNegated ? sql` or ` : sql` and `;
      return sql`(${join(
        predicate.of.map((part) => render(part, columns, isNegated)),
        separator,
      )})`;
    }
  }
}

/** One test as SQL. */
class TestSql {
  readonly #columns: ScanColumns;
  readonly #operands: OperandSql;

  constructor(columns: ScanColumns) {
    this.#columns = columns;
    this.#operands = new OperandSql(columns);
  }

  render(test: Test): Sql {
    const { dialect } = this.#columns;
    switch (test.test) {
      case 'equals':
        return this.#equals(test.operand, test.values, test.isCased);
      case 'like':
        return this.#like(test.operand, test.texts, test.isCased);
      case 'regex':
        return dialect.matches(
          this.#operands.text(test.operand),
          dialect.text(withFlags(test.source, test.flags, test.anchor)),
        );
      case 'number': {
        const sign = trusted({ lt: '<', lte: '<=', gt: '>', gte: '>=', eq: '=' }[test.comparison]);
        return sql`${this.#number(test)} ${sign} ${dialect.number(test.number)}`;
      }
      case 'network':
        return dialect.isInNetwork(this.#operands.folded(test.operand), test.network);
      case 'same':
        return this.#same(test);
      case 'missing':
        return sql`${this.#operands.text(test.operand)} is null`;
      case 'has':
        return dialect.someElement(this.#columns.recordValues(test.place), 'value', sql`true`);
      case 'some':
      default: {
        const list = this.#operands.list(test.list);
        const elements = test.isNoneEnough ? dialect.orMissing(list) : list;
        return dialect.someElement(elements, test.variable, render(test.where, this.#columns));
      }
    }
  }

  #equals(operand: Operand, values: readonly string[], isCased: boolean): Sql {
    const { dialect } = this.#columns;
    if (operand.kind === 'column' && operand.type === 'integer') {
      const constants = values.map((value) => trusted(String(Number(value))));
      return dialect.isOneOf(this.#operands.native(operand), constants);
    }
    const constants = values.map((value) => this.#constant(value, isCased));
    return dialect.isOneOf(isCased ? this.#operands.text(operand) : this.#operands.folded(operand), constants);
  }

  #constant(text: string, isCased: boolean): Sql {
    return isCased ? this.#columns.dialect.text(text) : foldedText(this.#columns.dialect, text);
  }

  /** Never in more than linear time: what is more than a plain search is a regular expression. */
  #like(operand: Operand, texts: readonly Text[], isCased: boolean): Sql {
    const value = isCased ? this.#operands.text(operand) : this.#operands.folded(operand);
    const parts =
      texts.length < many
        ? texts.map((text) => this.#likeOne(text, value, isCased))
        : inChunks(texts.map(regexOf)).map((chunk) => this.#matches(chunk.join('|'), value, isCased));
    return sql`(${join(parts, sql` or `)})`;
  }

  #likeOne(text: Text, value: Sql, isCased: boolean): Sql {
    const { dialect } = this.#columns;
    const { pieces } = text;
    if (pieces.length === 1 && isAny(pieces[0])) return sql`${value} is not null`;
    const start = isAny(pieces[0]) ? 1 : 0;
    const end = isAny(pieces.at(-1)) ? pieces.length - 1 : pieces.length;
    const [piece] = pieces.slice(start, end);
    if (end - start !== 1 || typeof piece !== 'string') return this.#matches(regexOf(text), value, isCased);
    const sought = this.#constant(piece, isCased);
    if (start === 1 && end < pieces.length) return dialect.contains(value, sought);
    return start === 1 ? dialect.endsWith(value, sought) : dialect.startsWith(value, sought);
  }

  /** The value is in lower case already, and so must be what is sought: as the engine folds it, not as JavaScript. */
  #matches(regex: string, value: Sql, isCased: boolean): Sql {
    return this.#columns.dialect.matches(value, this.#constant(`(?s:${regex})`, isCased));
  }

  #number({ operand, part }: Test & { test: 'number' }): Sql {
    const { dialect } = this.#columns;
    if (part === undefined) return this.#operands.number(operand);
    const type = operand.kind === 'column' ? operand.type : 'text';
    if (type === 'time') return dialect.timePart(part, this.#operands.native(operand));
    return type === 'text' ? dialect.timePart(part, dialect.asTime(this.#operands.text(operand))) : sql`null`;
  }

  #same({ operand, other, anchor, isCased }: Test & { test: 'same' }): Sql {
    const { dialect } = this.#columns;
    const [whole, inner] = isCased
      ? [this.#operands.text(operand), this.#operands.text(other)]
      : [this.#operands.folded(operand), this.#operands.folded(other)];
    if (anchor === 'whole') return sql`${whole} = ${inner}`;
    const found = { start: dialect.startsWith, end: dialect.endsWith, anywhere: dialect.contains }[anchor];
    return sql`(${found(whole, inner)} and ${inner} <> '')`;
  }
}

/** A constant in lower case, as the engine folds it: its rules differ from JavaScript's outside ASCII. */
function foldedText(dialect: Dialect, text: string): Sql {
  return /^\p{ASCII}*$/u.test(text) ? dialect.text(text.toLowerCase()) : dialect.lower(dialect.text(text));
}
