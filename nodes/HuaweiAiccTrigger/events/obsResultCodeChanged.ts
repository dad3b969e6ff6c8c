import type { IDataObject } from 'n8n-workflow';

import { isalesKey, listIsales, OBS_RESULT_CODES } from '../../../aicc/isalesLists';
import { vdnOptions } from '../../shared/descriptions';
import { listChanged } from '../listChanged';

export const obsResultCodeChanged = listChanged({
	option: {
		name: 'OBS Result Code Changed',
		value: 'obsResultCodeChanged',
		description: 'When a result code of outbound calls is added, changed or removed',
	},
	authentication: 'akSk',
	title: OBS_RESULT_CODES.title,
	fields: [vdnOptions],
	scope: (inputs) => inputs.vdnPath(),
	readAll: async (ask, inputs) =>
		await listIsales(ask, OBS_RESULT_CODES, inputs.vdnPath(), Infinity),
	readSome: async (ask, inputs, count) =>
		await listIsales(ask, OBS_RESULT_CODES, inputs.vdnPath(), count),
	keyOf: (row) => isalesKey(OBS_RESULT_CODES, row),
	toItem: (row) => row as IDataObject,
});
