import type { INodePropertyOptions } from 'n8n-workflow';

import { entriesOf } from './list';
import { readChoice, type Choice } from './scalar';

/** Some of the values that can be chosen, each once. @throws BadValue */
export function readChoices(
	value: unknown,
	choices: readonly INodePropertyOptions[],
): Array<string | number> {
	const entries = entriesOf(value, { splitsAtBlanks: true });
	const known = choices as ReadonlyArray<Choice<string | number>>;
	return [...new Set(entries.map((entry) => readChoice(entry, known)))];
}
