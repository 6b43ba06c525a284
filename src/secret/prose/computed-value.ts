/** What a program or a template puts in place of a value: a variable, a call, a reference to a vault. */
const computed =
  /^["'\])]{0,3}[ \t]{0,4}(?::|=|:=|=>|\?\?)[ \t]{0,4}f?["']?(?:\$\{|\$\(|\$env:|\{\{|%\{|#\{|!vault|!secret|!ref|!env|os\.|process\.|getenv|env[.[(]|input\(|getpass|read-host|config\[|conf\.|enc\(|vault:|secrets?\.|@microsoft\.keyvault)/iu;

/** A call: `= ask("Name")`, `= store.read(key)`. */
const call = /^["'\])]{0,3}[ \t]{0,4}:?=[ \t]{0,4}(?:new |await )?[\p{L}_$][\p{L}\d_$.]{1,60}\((?:["')\p{L}$]|$)/u;

/** True if the text that follows a word for a password takes it from elsewhere and so does not tell it. */
export function isComputed(text: string, end: number): boolean {
  const behind = text.slice(end, end + 100);
  return computed.test(behind) || call.test(behind);
}
