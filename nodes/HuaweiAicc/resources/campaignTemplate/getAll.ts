import { templateList } from '../../../../aicc/endpoints/isales/templateList';
import { readList } from '../../../../aicc/patterns/list/list';
import { returnAllAndLimit, vdnOptions } from '../../../shared/descriptions';
import { choicesOf, withNames } from '../../../shared/names';
import { filterCollection } from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';

const { limits, meanings } = templateList;

export const getAll: Operation = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many campaign templates',
		description: 'List the templates that campaigns can be made from',
	},
	fields: [
		{
			displayName: 'Status',
			name: 'status',
			type: 'options',
			options: choicesOf(limits.status.values, meanings.status),
			default: 9,
			required: true,
			description: 'The state of the templates: the service lists those of one state',
		},
		...returnAllAndLimit,
		filterCollection([
			{
				displayName: 'Name',
				name: 'name',
				type: 'string',
				default: '',
				placeholder: 'e.g. Spring offer',
				description: 'Name of the template',
			},
			{
				displayName: 'Task Type',
				name: 'taskType',
				type: 'options',
				options: choicesOf(limits.taskType.values, meanings.taskType),
				default: 2,
				description: 'How its campaigns call',
			},
		]),
		vdnOptions,
	],
	async execute(inputs, ask) {
		const filters = {
			status: inputs.needed('status', inputs.optionalChoice('status')),
			name: inputs.optionalText('filters.name'),
			taskType: inputs.optionalChoice('filters.taskType'),
		};
		const query = { path: inputs.vdnPath(), filters };
		const rows = await readList(ask, templateList, query, inputs.wanted());
		return rows.map((row) => withNames(row, meanings));
	},
};
