/** CC-FS (C2): recordings and bills as files. */
import type { IDataObject } from 'n8n-workflow';

import type { CodeTable, StatusTable } from '../../protocol/codes';
import { CHECK_FIELDS } from '../advice';
import { product } from '../product';

const LATER = 'Nothing is wrong: it is asked again a little later, as long as that makes sense.';

/** What its pages list; the list is cut after 0300013. Source: vendor page cec_07_0835. */
const CODES: CodeTable = {
	'0': { text: 'Success' },
	'0300001': { text: 'A parameter is null', advice: CHECK_FIELDS },
	'0300002': { text: 'A text is empty', advice: CHECK_FIELDS },
	'0300003': { text: 'A parameter is too long', advice: CHECK_FIELDS },
	'0300004': { text: 'A parameter has a wrong format', advice: CHECK_FIELDS },
	'0300005': { text: 'A parameter is too short', advice: CHECK_FIELDS },
	'0300006': {
		text: 'The version is wrong',
		advice: 'The platform wants another version of this interface: ask it which.',
	},
	'0300007': { text: 'The parameters in the body are null', advice: CHECK_FIELDS },
	'0300008': { text: 'Too many downloads at once', advice: LATER, isAbout: 'pace' },
	'0300009': { text: 'Too many queries at once', advice: LATER, isAbout: 'pace' },
	'0300010': {
		text: 'The date inside the file name is wrong',
		advice: 'Give the name of the file as the call bill file has it.',
	},
	'0300011': {
		text: 'The file does not exist',
		advice: 'Give the name of the file as the call bill file has it.',
	},
	'0300012': { text: 'No data found: there is no recording, or it is not there yet' },
	'0300013': { text: 'The begin time is after the end time', advice: CHECK_FIELDS },
};

/** Neither is sent again: too many wrong signatures lock the address. Source: vendor page cec_07_0834. */
const STATUSES: StatusTable = {
	401: {
		advice:
			'Nothing is repeated here, because wrong signatures lock the address of this machine for a time.',
	},
	403: {
		advice:
			'The platform has locked the address of this machine for a time, because too many requests came with a wrong signature. Check Access Key, Secret Key and the clock of this machine, and wait before the next try.',
		endsSession: true,
	},
};

export const ccfs = product({
	name: 'ccfs',
	authentication: 'akSk',
	baseUrl: 'ccfsBaseUrl',
	method: 'POST',
	envelope: {
		codeFields: ['resultCode'],
		textFields: ['resultDesc'],
		// The pages have the first one, clients in the field look for the second.
		successCodes: ['0', '0100000'],
	},
	codes: CODES,
	statuses: STATUSES,
});

/** What the paths of its interfaces begin with. */
export const CCFS = '/CCFS/resource/ccfs';

/** The version of its interfaces that is asked for. Source: their pages, `version`. */
export const CCFS_VERSION = '2.0';

/** The body of a request. @param msgBody what is asked for */
export function ccfsBody(msgBody: IDataObject): IDataObject {
	return { request: { version: CCFS_VERSION }, msgBody };
}

/** "There is none, or not yet": an answer of what downloads. */
export const NOT_THERE = '0300012';

/** Days that a span of its interfaces may have. Source: vendor pages cec_07_0813, 0814 and 0818. */
export const MAX_SPAN_DAYS = 3;

/** What to look at when nobody knows whether a file was requested. */
export const CHECK_FILE_REQUEST =
	'If it was taken, the name of the file comes to Callback URL within minutes. Request it again only if none comes.';
