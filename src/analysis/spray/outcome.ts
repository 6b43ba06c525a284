import { sql, type Sql } from '../../store/sql.ts';

/**
 * What an error code of a sign-in says about the password, as `wrong`, `known` (right, and something after it stopped the
 * sign-in), `success`, or null where it says nothing. Lists instead of `in`, which would become joins. 50057 (account
 * disabled) does not tell whether the password was right, so it counts as a guess; so does -1, a failure of which the record does not say why. Sources:
 * https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
export function outcomeOf(errorCode: Sql): Sql {
  return sql`case when ${errorCode} = 0 then 'success'
    when list_contains([50126, 50056, 50053, 50034, 50057, -1], ${errorCode}) then 'wrong'
    when list_contains([50055, 50072, 50074, 50076, 50078, 50079, 50088, 50105, 50125, 50131, 50144, 50158, 53000, 53001, 53002, 53003, 53004, 65001, 500121, 530031, 530032, 530034], ${errorCode})
      then 'known' end`;
}

/** Nobody in the directory has the name: guesses from a list that is not the tenant's own. */
export const noSuchUser = 50034;
