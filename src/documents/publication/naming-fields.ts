/** Columns that name people or firms: published only when the team lists them. */
export const NAMING_FIELDS = ['supplier', 'label'] as const;
export type NamingField = (typeof NAMING_FIELDS)[number];
