import {
	getCallRecord,
	querycalldetailbyid,
} from '../../../../aicc/endpoints/cms/querycalldetailbyid';
import type { Direction } from '../../../../aicc/endpoints/cms/shared/direction';
import { direction } from '../../../shared/callRecordQuery';
import { ccOptions } from '../../../shared/descriptions';
import { withNames } from '../../../shared/names';
import { OWN_CODE } from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';
import { callId } from './fields';

export const get: Operation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get call record',
		description:
			'Get one call of yesterday or today: who took it, and how long each part of it was',
	},
	fields: [callId, direction, ccOptions],
	async execute(inputs, ask) {
		const chosen = inputs.needed('direction', inputs.optionalChoice('direction')) as Direction;
		const id = inputs.text('callId', OWN_CODE);
		const record = await getCallRecord(ask, Number(inputs.ccId()), id, chosen);
		return [withNames(record, querycalldetailbyid.meanings)];
	},
};
