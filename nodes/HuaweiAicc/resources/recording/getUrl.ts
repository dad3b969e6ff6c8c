import type { IDataObject } from 'n8n-workflow';

import { isNothing, valueAt } from '../../../../aicc/base/json';
import { getRecordFileUrlFromObs } from '../../../../aicc/endpoints/ccfs/getRecordFileUrlFromObs';
import { CCFS_VERSION, NOT_THERE } from '../../../../aicc/endpoints/ccfs/product';
import { resultCodeOf, unexpectedShape } from '../../../../aicc/protocol/answer';
import { fileSpan, fileSpanFrom } from '../../shared/fileSpan';
import type { Operation } from '../../shared/operation';

const { limits } = getRecordFileUrlFromObs;

/** @zh 获取地址 */
export const getUrl: Operation = {
	option: {
		name: 'Get URL',
		value: 'getUrl',
		action: 'Get recording URL',
		description: 'Get an address to play or download the recording of a call, good for eight hours',
	},
	fields: [
		{
			displayName: 'Call ID',
			name: 'callId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 1700000000000-100001',
			description: 'The call whose recording is wanted',
		},
		...fileSpan('the call'),
	],
	async execute(inputs, ask) {
		const callId = inputs.text('callId', { isCode: true, ...limits.callId });
		const span = fileSpanFrom(inputs, getRecordFileUrlFromObs);
		const body = { callId, ...span, version: CCFS_VERSION };
		const answer = await ask(getRecordFileUrlFromObs, { body });
		if (resultCodeOf(answer, getRecordFileUrlFromObs) === NOT_THERE) {
			return [{ callId, found: false }];
		}
		// Several recordings of a call have several addresses; how they are written was not seen.
		const url = valueAt(answer, getRecordFileUrlFromObs.payload);
		if (isNothing(url))
			throw unexpectedShape(getRecordFileUrlFromObs, 'no address of the recording');
		return [{ callId, found: true, url } as IDataObject];
	},
};
