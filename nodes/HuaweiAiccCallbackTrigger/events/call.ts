/** What the pushes about single calls have in common. */
import { withTextFields, type JsonObject } from '../../../aicc/base/json';
import { withUsableNames } from '../../shared/names';
import { retCodeAnswers } from '../answers';
import type { CallbackEvent } from '../callbackEvent';
import { readPrintedOr } from '../printed';

/** Fields that are text whatever the platform writes. */
const TEXTS = ['callSerialNo', 'serviceNo', 'called', 'caller', 'callerPresent', 'callData'];

/** What is made anew for each push. Source: vendor page 2805. */
const OF_THE_PUSH = ['signature', 'timestamp', 'nonce'];

/** A call as it came, but for numbers that are meant as text. */
export function callTexts(call: JsonObject): JsonObject {
	return withTextFields(call, TEXTS);
}

/**
 * How pushes about calls are read and answered.
 *
 * @param fields that the page lists
 */
export function callPushes(
	fields: readonly string[],
): Pick<
	CallbackEvent,
	'things' | 'expected' | 'read' | 'itemOf' | 'identityOf' | 'isSigned' | 'success' | 'refusal'
> {
	return {
		things: 'calls',
		expected: 'a call as JSON object, or as {name=value, name=value}',
		read: (text) => readPrintedOr(text, fields),
		itemOf: (call) => withUsableNames(callTexts(call)),
		identityOf: (item) =>
			Object.fromEntries(Object.entries(item).filter(([name]) => !OF_THE_PUSH.includes(name))),
		isSigned: false,
		...retCodeAnswers,
	};
}
