import { queryAgentByStatus } from '../../../../aicc/endpoints/cms/queryAgentByStatus';
import { meaningsOfUnseen, unseenStates } from '../../../../aicc/endpoints/cms/shared/unseenRow';
import { readList } from '../../../../aicc/patterns/list/list';
import { cmsTenant } from '../../../shared/cmsTenant';
import { cmsOptions, returnAllAndLimit } from '../../../shared/descriptions';
import { withNames } from '../../../shared/names';
import { filterCollection } from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';

/** @zh 按状态查询 */
export const getByStatus: Operation = {
	option: {
		name: 'Get by Status',
		value: 'getByStatus',
		action: 'Get agents by status',
		description: 'List the agents of the VDN that have a status',
	},
	fields: [
		...returnAllAndLimit,
		filterCollection([
			{
				displayName: 'Status',
				name: 'status',
				type: 'string',
				default: '',
				placeholder: 'e.g. 4',
				description:
					'Code of the status. The public documents do not say which there are: look at what agents have.',
			},
		]),
		cmsOptions,
	],
	async execute(inputs, ask) {
		const { ccId, vdn } = cmsTenant(inputs);
		const status = inputs.optionalText('filters.status', {
			isCode: true,
			allowed: /[\w-]/,
			mustBe: 'the code of a status, of letters, digits, _ and - only',
		});
		const filters = { ccId: String(ccId), vdn: String(vdn), status };
		const rows = await readList(ask, queryAgentByStatus, { filters }, inputs.wanted());
		return unseenStates(rows).map((row) => withNames(row, meaningsOfUnseen(row)));
	},
};
