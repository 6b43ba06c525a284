import { literal, sql, trusted, type Sql } from '../store/sql.ts';

/** Methods that need only a phone number or an address: whoever takes the number over, or reads along, has them. */
const weak = [
  'mobilePhone',
  'alternateMobilePhone',
  'officePhone',
  'phone',
  'sms',
  'voice',
  'phoneAuthenticationMethod',
];

/** What is registered for resetting a password or once, and is no second factor. */
const none = [
  'password',
  'email',
  'securityQuestion',
  'temporaryAccessPass',
  'passwordAuthenticationMethod',
  'emailAuthenticationMethod',
  'temporaryAccessPassAuthenticationMethod',
  'alternateMobilePhoneSspr',
];

const among = (names: readonly string[]): Sql => trusted(`[${names.map((name) => literal(name).text).join(', ')}]`);

/** True if the list has a second factor, and every one in it can be taken over with a phone number. */
export function isOnlyWeak(methods: Sql): Sql {
  return sql`len(list_filter(${methods}, lambda m: list_contains(${among(weak)}, m))) > 0
    and len(list_filter(${methods}, lambda m: not list_contains(${among([...weak, ...none])}, m))) = 0`;
}
