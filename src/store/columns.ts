/** Names of a table's columns and their types as the engine writes them. */
export type Columns = Readonly<Record<string, string>>;
