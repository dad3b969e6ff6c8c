/** Readers for what a request to any interface has in it. */
import type { IDataObject } from 'n8n-workflow';

import { BadValue, quoted } from '../../../shared/readers/badValue';
import { readJsonObject } from '../../../shared/readers/jsonObject';
import { hasLostDigits } from '../../../shared/readers/lostDigits';
import { readText } from '../../../shared/readers/text';

/** @throws BadValue; its words never have the value in them, which may hold secrets */
export function readRequestBody(value: unknown): IDataObject {
	return readJsonObject(value) as IDataObject;
}

/** One parameter as text. @throws BadValue */
function parameterOf(name: string, value: unknown): string {
	if (typeof value === 'boolean') return String(value);
	if (typeof value === 'number' && !hasLostDigits(value)) {
		return String(value);
	}
	if (typeof value === 'string') return value === '' ? value : readText(value);
	throw new BadValue(
		`has ${quoted(name)}, which is neither text nor a number`,
		'Give each parameter one value; write several as the page of the interface says.',
	);
}

/** The parameters of an address. @throws BadValue */
export function readParameters(value: unknown): IDataObject {
	return Object.fromEntries(
		Object.entries(readRequestBody(value)).map(([name, one]) => [name, parameterOf(name, one)]),
	);
}
