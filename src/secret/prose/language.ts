/**
 * The words by which people of one language mail passwords to each other. All in lower case; a phrase has single spaces.
 * Lists of single words are one text, with white space between them.
 */
export interface Language {
  /** ISO 639-1, e.g. `de`. */
  readonly code: string;
  /** Say "password" and nothing else; may stand at the end of a compound (`Initialkennwort`). */
  readonly password: readonly string[];
  /** Short or ambiguous words for it (`pass`, `clave`), which need more evidence. */
  readonly briefPassword: readonly string[];
  readonly passphrase: readonly string[];
  readonly pin: readonly string[];
  readonly oneTimeCode: readonly string[];
  readonly recoveryCode: readonly string[];
  /** Words for any code: only beside a word of `codeContext`. */
  readonly anyCode: readonly string[];
  /** What surrounds the codes that open accounts: `sms`, `authenticator`. */
  readonly codeContext: readonly string[];
  /** Say that a code was made for the reader: `your`. */
  readonly yours: readonly string[];
  /** Beside these a code or a number opens no account: `door`, `postal`. */
  readonly otherCode: string;
  /** Words for any key: only beside a wireless network. */
  readonly anyKey: readonly string[];
  /** Introduce accounts, as a heading or a verb: `credentials`, `zugangsdaten`, `logged in as`. */
  readonly login: readonly string[];
  /** Label of a user name. */
  readonly user: readonly string[];
  /** Label of a system or its address. */
  readonly system: readonly string[];
  /** Stand right before a value: `is`, `lautet`. */
  readonly is: readonly string[];
  /** Stand before the new or old value: `changed to`, `from`. */
  readonly to: readonly string[];
  /** Stand before what a password is for, not before the password. */
  readonly purpose: readonly string[];
  /** Stand between a name and its password (`as root with …`). */
  readonly with: readonly string[];
  /** Point from a value to the word for it: `… is the password`, `… as password`. */
  readonly points: readonly string[];
  /** Announce in a mail of its own what an earlier mail held back. */
  readonly promise: readonly string[];
  /** Say that what follows is only an example. */
  readonly example: readonly string[];
  /** Compare what follows with others of its sort: `like`, `such as`. */
  readonly like: readonly string[];
  /** Units and words after a number that is thereby no code: `digits`, `days`. */
  readonly unit: string;
  /** Ordinary words, separated by white space, that are never a password after a word for one. */
  readonly ordinary: string;
}
