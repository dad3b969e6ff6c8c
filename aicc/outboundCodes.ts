/**
 * Result codes of the outbound interfaces, one table for each: the vendor uses a code again for
 * something else. Data only. Sources: vendor pages of campaigns (0727 and following), call data (0759
 * and following) and the blocklist (0744 and following).
 */
import { ISALES_CODES, type CodeTable } from './codes';

/** What every page of outbound calling lists. */
const COMMON_CODES: CodeTable = {
	...ISALES_CODES,
	'0200006': {
		text: 'Database error',
		advice: 'Try again later; if it stays, ask the platform.',
		isAbout: 'request',
	},
};

/** Lists and look-ups that are not about one campaign. */
export const OUTBOUND_CODES = COMMON_CODES;

/** Whatever is about one campaign. */
export const CAMPAIGN_CODES: CodeTable = {
	...COMMON_CODES,
	'0200007': {
		text: 'The campaign does not exist',
		advice: 'Choose a campaign from the list, or check its ID and the VDN ID.',
		isAbout: 'target',
	},
};

function withState(text: string, advice: string): CodeTable {
	return { ...CAMPAIGN_CODES, '0200011': { text, advice, isAbout: 'target' } };
}

/** Source: vendor page 0728. */
export const PAUSE_CODES = withState(
	'The state of the campaign does not allow pausing',
	'Look at the status of the campaign: only a running one can be paused.',
);

/** Source: vendor page 0729. */
export const RESUME_CODES = withState(
	'The state of the campaign does not allow resuming',
	'Look at the status of the campaign: only a paused one can be resumed.',
);

/** Source: vendor page 0761. */
export const DELETE_CALL_DATA_CODES = withState(
	'The state of the campaign does not allow call data to be deleted',
	'Call data cannot be deleted while the campaign runs: pause it first.',
);

const NO_MORE_NUMBERS = 'The state of the campaign does not allow numbers to be added';

const NO_MORE_NUMBERS_ADVICE =
	'Look at the status of the campaign: a finished one takes no more numbers. Choose another campaign.';

/** Parameter errors that name a fault of a single value: its characters or its length. */
const ABOUT_A_VALUE = ['02000002', '02000003', '02000004', '02000005'];

/** The common codes, those about a single value as being about a record. */
function withRecordCodes(codes: CodeTable): CodeTable {
	return Object.fromEntries(
		Object.entries(codes).map(([code, meaning]) => [
			code,
			ABOUT_A_VALUE.includes(code) ? { ...meaning, isAbout: 'record' } : meaning,
		]),
	);
}

/** Sources: vendor pages 0759 and 0760. */
export const ADD_CALL_DATA_CODES: CodeTable = {
	...withRecordCodes(withState(NO_MORE_NUMBERS, NO_MORE_NUMBERS_ADVICE)),
	'0200018': {
		text: 'The number is there already',
		advice: 'The campaign has this number already, or it came twice. Leave it out.',
		isAbout: 'record',
	},
	'0200019': { text: NO_MORE_NUMBERS, advice: NO_MORE_NUMBERS_ADVICE, isAbout: 'target' },
	'0200020': {
		text: 'The campaign has no room for more than 200,000 unfinished numbers',
		advice: 'Add the rest when numbers of the campaign have been called, or to another campaign.',
		isAbout: 'full',
	},
	'0200022': {
		text: 'Numbers were added too often in a short time',
		advice:
			'Something else adds numbers to the same campaign. Let it come to its end, then run the workflow again for the rest.',
		isAbout: 'pace',
	},
	'0200024': {
		text: 'The number is on the blocklist',
		advice: 'It must not be called. Leave it out, or delete it from the blocklist.',
		isAbout: 'record',
	},
	'0200029': {
		text: 'The request has more numbers than the platform takes at once',
		advice: 'Ask the platform how many numbers it takes in one request.',
	},
	'0200030': {
		text: 'The format of a time is wrong',
		advice: 'Check Recycle Time.',
		isAbout: 'record',
	},
};

const CATEGORY_ADVICE = 'Check Category ID and Type ID: both must be set up in AICC.';

/** Adding to the blocklist and deleting from it. Sources: vendor pages 0744 and 0745. */
export const BLOCKLIST_CODES: CodeTable = {
	...withRecordCodes(COMMON_CODES),
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
	'0200029': {
		text: 'The request has more numbers than the platform takes at once',
		advice: 'Ask the platform how many numbers it takes in one request.',
	},
	'02000012': { text: 'The category exists', advice: CATEGORY_ADVICE, isAbout: 'target' },
	'02000013': { text: 'Incorrect category ID', advice: CATEGORY_ADVICE, isAbout: 'target' },
	'02000014': { text: 'The type exists', advice: CATEGORY_ADVICE, isAbout: 'target' },
	'02000015': { text: 'Incorrect type ID', advice: CATEGORY_ADVICE, isAbout: 'target' },
};
