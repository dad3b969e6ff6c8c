import {
	getCallTrack,
	querycalltracedetail,
} from '../../../../aicc/endpoints/cms/querycalltracedetail';
import { meaningsInOneForm } from '../../../../aicc/endpoints/cms/shared/oneForm';
import { cmsTenant } from '../../../shared/cmsTenant';
import { cmsOptions } from '../../../shared/descriptions';
import { withNames } from '../../../shared/names';
import { OWN_CODE } from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';
import { callId } from './fields';

const meanings = meaningsInOneForm(querycalltracedetail.meanings);

/** @zh 查询呼叫轨迹 */
export const getTrack: Operation = {
	option: {
		name: 'Get Track',
		value: 'getTrack',
		action: 'Get track of call record',
		description: 'Get the stations that a call went through, an item each',
	},
	fields: [
		callId,
		{
			displayName: 'Log Date',
			name: 'logDate',
			type: 'dateTime',
			default: '',
			required: true,
			description:
				'When the call was stored: logDate of its record, from Get Many. It tells the service the month.',
		},
		cmsOptions,
	],
	async execute(inputs, ask) {
		const asked = {
			...cmsTenant(inputs),
			callId: inputs.text('callId', OWN_CODE),
			logDate: inputs.epochText('logDate'),
		};
		const stations = await getCallTrack(ask, asked);
		return stations.map((station) => withNames(station, meanings));
	},
};
