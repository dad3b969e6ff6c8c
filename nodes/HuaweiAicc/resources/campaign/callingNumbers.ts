/** The numbers that a campaign calls from. */
import type { IDataObject } from 'n8n-workflow';

import { asText, isObject, type JsonObject } from '../../../../aicc/base/json';
import type { Inputs } from '../../../shared/inputs';
import { BadValue } from '../../../shared/readers/badValue';
import { entriesOf } from '../../../shared/readers/list';
import { isEmpty, readText } from '../../../shared/readers/text';
import { ACCESS_CODE } from '../../shared/descriptions';

/** A number alone, or an object with it and with its priority. */
function numberOf(entry: unknown): IDataObject & { accessCode: string } {
	if (!isObject(entry)) return { accessCode: readText(entry, ACCESS_CODE) };
	const { accessCode, priority }: JsonObject = entry;
	const strange = Object.keys(entry).find((name) => !['accessCode', 'priority'].includes(name));
	if (strange !== undefined || accessCode === undefined) {
		throw new BadValue(
			'has an object that is no calling number',
			'Write it as { "accessCode": "6666601", "priority": 1 }, or as a number alone.',
		);
	}
	const number = readText(accessCode, ACCESS_CODE);
	const order = asText(priority);
	if (priority !== undefined && !/^\d{1,3}$/.test(order ?? '')) {
		throw new BadValue('has a priority that is no whole number', 'Write it as 1, 2 and so on.');
	}
	return { accessCode: number, ...(order !== undefined && { priority: Number(order) }) };
}

/** Calling numbers as the service takes them, each one once. */
export function callingNumbersFrom(inputs: Inputs, path: string): IDataObject[] {
	const numbers = inputs.optional(path, (value) =>
		entriesOf(isObject(value) ? [value] : value, { splitsAtBlanks: true })
			.filter((entry) => !isEmpty(entry))
			.map(numberOf),
	);
	const byNumber = new Map(numbers?.map((number) => [number.accessCode, number]));
	return inputs.needed(path, byNumber.size > 0 ? [...byNumber.values()] : undefined);
}
