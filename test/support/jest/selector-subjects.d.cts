/** Whether an element can match a selector, by its tag and its attribute `class`. */
export function canMatch(selector: string, name: string, classText: string): boolean;
