/** The blocklist: numbers that must not be called. Source: vendor pages cec_07_0744 and 0747. */
import type { IDataObject } from 'n8n-workflow';

import type { Bundle } from './gather';
import { INTERFACES } from './interfaces';
import { asText } from './json';
import { rowsOf, type PathValues } from './lists';

/**
 * How numbers are blocked.
 *
 * @param settings what holds for all numbers of a request, as the service takes it
 */
export function blockingOf(path: PathValues, settings: IDataObject): Bundle<string> {
	return {
		title: 'Numbers for the blocklist',
		interface: INTERFACES.addToBlocklist,
		path,
		bodyOf: (numbers) => ({ ...settings, blocklist: numbers }),
		numberOf: (number) => number,
		// The service takes all numbers of a request or none, and says nothing of a single one.
		answerOf: () => ({}),
	};
}

/** How it is checked whether numbers are blocked. One that the answer leaves out is not. */
export function checkingOf(path: PathValues): Bundle<string> {
	const called = INTERFACES.queryBlocklist;
	return {
		title: 'Checks of the blocklist',
		interface: called,
		path,
		bodyOf: (numbers) => ({ blocklist: numbers }),
		numberOf: (number) => number,
		answerOf: ({ data }, number) => {
			const rows = rowsOf(data, called, []);
			const own = rows.find(({ blockNum }) => asText(blockNum) === number);
			return { blocked: own !== undefined && String(own.flag ?? true) === 'true' };
		},
	};
}
