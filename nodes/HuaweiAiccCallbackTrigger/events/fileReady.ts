import type { IDataObject } from 'n8n-workflow';

import { isObject, withTextFields, type JsonObject } from '../../../aicc/base/json';
import { resultCodeAnswers } from '../answers';
import type { CallbackEvent } from '../callbackEvent';
import { TLS } from '../hints';
import { readObject } from '../push';

/** Fields that are text whatever the platform writes. */
const TEXTS = ['responseId', 'billFileName', 'agentOprInfoFileName', 'accountId'];

/** What is in the envelope of CC-FS; all that came when it has none. */
function fileItem(body: JsonObject): IDataObject {
	return withTextFields(isObject(body.msgBody) ? body.msgBody : body, TEXTS) as IDataObject;
}

/**
 * A file of queryBillData or queryAgentOprInfoData can be fetched. Source: vendor pages 0814 and
 * 0818; what the latter pushes was not seen, so it comes out whatever it is.
 */
export const fileReady: CallbackEvent = {
	option: {
		name: 'File Ready',
		value: 'fileReady',
		description: 'A call bill file or a file of agent operations can be downloaded',
	},
	hints: [
		'Enter it as Callback URL of Call Bill File: Request or Agent Operation File: Request. What comes out names the file, which Download of the same resource fetches.',
		TLS,
		'A platform of your own must trust the certificate of this n8n.',
		'It signs what it pushes. Choose the AK/SK API credential with which the file was asked for, and a push with a wrong signature is answered 401 and starts nothing.',
	],
	things: 'files',
	expected: 'a JSON object with msgBody',
	read: readObject,
	itemOf: fileItem,
	identityOf: (item) => item,
	isSigned: true,
	...resultCodeAnswers,
	sample: {
		request: { version: '2.0' },
		msgBody: {
			responseId: '00000000-0000-0000-0000-000000000001',
			billFileName: '20260115_00000000000000000000000000000001.zip',
			accountId: 'account01',
		},
	},
};
