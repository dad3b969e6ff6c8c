import type { IDataObject } from 'n8n-workflow';

import { appointList } from '../../../../aicc/endpoints/isales/appointList';
import { readList } from '../../../../aicc/patterns/list/list';
import { numberAndVdnOptions, returnAllAndLimit } from '../../../shared/descriptions';
import type { Inputs } from '../../../shared/inputs';
import { withNames } from '../../../shared/names';
import { DIALLED_NUMBER } from '../../../shared/readers/phoneNumber';
import { campaignId, filterCollection, OWN_CODE, SERVICE_ID } from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';

const BEGIN = 'filters.beginTime';
const END = 'filters.endTime';

/** Source: vendor page cec_07_0781. What is undefined is not sent. */
function filtersFrom(inputs: Inputs): IDataObject {
	const accounts = inputs.optionalTexts('filters.userAccountList', OWN_CODE);
	const [beginTime, endTime] = [inputs.optionalEpoch(BEGIN), inputs.optionalEpoch(END, true)];
	inputs.checkSpan(END, beginTime, endTime);
	return {
		calledNo: inputs.optionalPhoneNumber('filters.calledNumber', DIALLED_NUMBER)?.number,
		userAccountList: accounts.length > 0 ? accounts : undefined,
		beginTime,
		endTime,
		taskId: inputs.optionalText('filters.campaignId', SERVICE_ID),
	};
}

export const getAll: Operation = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many appointments',
		description: 'List the calls that are to be made at a given time',
	},
	fields: [
		...returnAllAndLimit,
		filterCollection([
			{
				displayName: 'Agent Accounts',
				name: 'userAccountList',
				type: 'string',
				default: '',
				placeholder: 'e.g. agent001, agent002',
				description: 'Accounts of agents, with commas between them or as a list',
			},
			{
				displayName: 'Begin Time',
				name: 'beginTime',
				type: 'dateTime',
				default: '',
				description:
					"Appointments from then on; without an offset it is meant in the tenant's time zone",
			},
			{
				displayName: 'Called Number',
				name: 'calledNumber',
				type: 'string',
				default: '',
				placeholder: 'e.g. 13900000001',
				description: 'The number that is to be called',
			},
			{ ...campaignId, required: false },
			{
				displayName: 'End Time',
				name: 'endTime',
				type: 'dateTime',
				default: '',
				description: 'Appointments up to then; a day without a time means the whole of it',
			},
		]),
		numberAndVdnOptions,
	],
	async execute(inputs, ask) {
		const query = { path: inputs.vdnPath(), filters: filtersFrom(inputs) };
		const rows = await readList(ask, appointList, query, inputs.wanted());
		return rows.map((row) => withNames(row, appointList.meanings));
	},
};
