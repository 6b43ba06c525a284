/**
 * The words among which people write how to get in without ever saying "password". Each list is one text: words in lower case with
 * white space between, `stem*` for every word that begins so, `*end` for every one that ends so, `log_in` for two words.
 */
export interface AccessWords {
  /** Getting in: `log_in`, `unlock*`. */
  readonly entering: string;
  /** Stand right before what one types: `try`, `enter`, `takes`. */
  readonly using: string;
  /** The same, but of use for a lot else: `with`, `is`. */
  readonly linking: string;
  /** What has a login: `mailbox`, `router*`. */
  readonly place: string;
  /** What opens by a number: `safe`, `gate`. */
  readonly lock: string;
  /** How a number is entered: `dial`, `press`, `combination`. */
  readonly keying: string;
  /** Before these a word or number is of another sort: `invoice`, `model`. */
  readonly reference: string;
  /** How a value is spelled: `capital`, `hyphen`. */
  readonly spelling: string;
  /** That a value was renewed or is the old one: `reset`, `until`. */
  readonly changing: string;
  /** That it is not for others: `delete`. */
  readonly secrecy: string;
}
