import type { IDataObject } from 'n8n-workflow';

import { queryOBSResultCode } from '../../../aicc/endpoints/isales/queryOBSResultCode';
import { readList, rowKey } from '../../../aicc/patterns/list/list';
import { vdnOptions } from '../../shared/descriptions';
import { listChanged } from '../listChanged';

export const obsResultCodeChanged = listChanged({
	option: {
		name: 'OBS Result Code Changed',
		value: 'obsResultCodeChanged',
		action: 'On OBS result code changed',
		description: 'When a result code of outbound calls is added, changed or removed',
	},
	endpoint: queryOBSResultCode,
	title: queryOBSResultCode.list.title,
	fields: [vdnOptions],
	// In another language every text is another one, and none has changed.
	scope: (inputs) => ({ ...inputs.vdnPath(), locale: inputs.locale }),
	readAll: async (ask, inputs) =>
		await readList(ask, queryOBSResultCode, { path: inputs.vdnPath() }, Infinity),
	readSome: async (ask, inputs, count) =>
		await readList(ask, queryOBSResultCode, { path: inputs.vdnPath() }, count),
	keyOf: (row) => rowKey(queryOBSResultCode.list, row),
	toItem: (row) => row as IDataObject,
});
