import type { IDataObject } from 'n8n-workflow';

import type { BatchSpec } from '../../patterns/batch/batchSpec';
import type { PathValues } from '../../patterns/sendRequest';
import type { CodeTable } from '../../protocol/codes';
import { checking } from './blocklistQuery';
import { CAMPAIGN_CODES, CAMPAIGNS, isales, RECORD_CODES, TOO_MANY_NUMBERS } from './product';

/** What the pages of adding and deleting list, each for its own. */
export const BLOCKLIST_CODES: CodeTable = {
	...CAMPAIGN_CODES,
	...RECORD_CODES,
	'0200007': {
		text: 'The number is already in the blocklist',
		advice: 'Its entry stays as it is. To change it, add the number with Overwrite.',
		isAbout: 'record',
	},
	'0200018': {
		text: 'The number came twice',
		advice: 'Leave the repeated number out.',
		isAbout: 'record',
	},
	...TOO_MANY_NUMBERS,
};

const CATEGORY_ADVICE = 'Check Category ID and Type ID: both must be set up in AICC.';

/** Source: vendor page cec_07_0745. */
export const CATEGORY_CODES: CodeTable = {
	'02000012': { text: 'The category exists', advice: CATEGORY_ADVICE, isAbout: 'target' },
	'02000013': { text: 'Incorrect category ID', advice: CATEGORY_ADVICE, isAbout: 'target' },
	'02000014': { text: 'The type exists', advice: CATEGORY_ADVICE, isAbout: 'target' },
	'02000015': { text: 'Incorrect type ID', advice: CATEGORY_ADVICE, isAbout: 'target' },
};

/** Source: vendor page cec_07_0744. */
export const blocklistAdd = isales.endpoint({
	title: 'add numbers to the blocklist',
	method: 'POST',
	path: `${CAMPAIGNS}/blocklist/add`,
	codes: { ...BLOCKLIST_CODES, ...CATEGORY_CODES },
	// It takes a category and a type, too.
	codesAlsoOf: ['blocklistDelete'],
	clock: 'tenant',
	limits: {
		blocklist: { maxLength: 24 },
		validityTime: { min: 1, max: 120 },
		validityTimeUnit: { values: [1, 2, 3, 4] },
	},
	batch: {
		field: 'blocklist',
		size: 20,
		keyOf: (number: string) => number,
		// The service takes all numbers of a request or none, and says nothing of a single one.
		answerOf: () => ({ success: true }),
	},
	write: {
		check: 'Check the number with Blocklist: Check; add it again only if it is not blocked.',
	},
});

/** Value of `isCoverDupNo`: what is set for a number that is listed already is overwritten. */
const OVERWRITE = 1;

/**
 * How numbers are blocked.
 *
 * The service skips numbers that are listed already, be it for one category only, and says that it
 * went well. So those are asked for before, unless they are overwritten.
 *
 * @param settings what holds for all numbers of a request, as the service takes it
 */
export function blocking(path: PathValues, settings: IDataObject): BatchSpec<string> {
	return {
		title: 'Numbers for the blocklist',
		endpoint: blocklistAdd,
		path,
		shared: settings,
		before:
			settings.isCoverDupNo === OVERWRITE
				? undefined
				: {
						spec: checking(path),
						answerOf: ({ blocked }) =>
							blocked === true ? { success: false, alreadyListed: true } : undefined,
					},
	};
}
