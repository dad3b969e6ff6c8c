/** What a file in `test/engine/operations` says of its operation. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

export interface OperationCase {
	/** What a user fills in; the simulator answers it well. */
	parameters: INodeParameters;
	/** Further inputs, of which come fields that do not come of those above. */
	also?: INodeParameters[];
	/** What a field of a collection needs beside it, by its name. */
	companions?: Record<string, INodeParameters>;
	/** Fields of a collection that do not go with the parameters above. */
	apart?: string[];
	/** The first request, as `GET /path?query`. */
	sends: string;
	/** The body of that request. */
	body?: IDataObject;
	/** Fields of the first item that comes out. */
	gives: IDataObject;
}

/** A resource locator with an ID in it. */
export function byId(value: string): INodeParameters {
	return { __rl: true, mode: 'id', value };
}

const HOUR_MS = 60 * 60 * 1000;
const LOADED_AT = Date.now();

/** So many milliseconds before the tests began, in epoch milliseconds. */
export function before(milliseconds: number): number {
	return LOADED_AT - milliseconds;
}

/**
 * The same as an expression, for what must not be long ago: in tests whose time runs faster it is
 * counted from now.
 */
export function shortlyBefore(milliseconds: number): string {
	const now = '$now.toMillis()';
	const isSoon = `${now} < ${LOADED_AT + HOUR_MS}`;
	return `={{ ${isSoon} ? ${before(milliseconds)} : ${now} - ${milliseconds} }}`;
}

export { CAMPAIGN_IDS } from '../../simulator';
