import { getLiveCallDetails } from '../../../../aicc/endpoints/cms/querydetailcallinfo';
import { meaningsOfUnseen } from '../../../../aicc/endpoints/cms/shared/unseenRow';
import { cmsTenant } from '../../../shared/cmsTenant';
import { cmsOptions } from '../../../shared/descriptions';
import { withNames } from '../../../shared/names';
import { OWN_CODE } from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';
import { callId } from '../callRecord/fields';

/** @zh 查询详情 */
export const getDetails: Operation = {
	option: {
		name: 'Get Details',
		value: 'getDetails',
		action: 'Get details of live call',
		description: "Get the details of an agent's private call while it is in progress",
	},
	fields: [callId, cmsOptions],
	async execute(inputs, ask) {
		const id = inputs.text('callId', OWN_CODE);
		const rows = await getLiveCallDetails(ask, { ...cmsTenant(inputs), callId: id });
		return rows.map((row) => ({ callId: id, ...withNames(row, meaningsOfUnseen(row)) }));
	},
};
