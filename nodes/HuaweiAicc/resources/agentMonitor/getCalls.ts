import type { IDataObject } from 'n8n-workflow';

import { isObject, type JsonObject } from '../../../../aicc/base/json';
import { agentgroupQueryagentcalls } from '../../../../aicc/endpoints/cms/agentgroupQueryagentcalls';
import { toOneForm } from '../../../../aicc/endpoints/cms/shared/oneForm';
import { cmsTenant } from '../../../shared/cmsTenant';
import { cmsOptions } from '../../../shared/descriptions';
import { withNames } from '../../../shared/names';
import { itemsByIds } from '../../shared/monitoring/askByIds';
import { agentIds, idsFrom } from '../../../shared/watchedIds';
import type { Operation } from '../../shared/operation';

const CALL = { texts: ['callId'], numbers: ['callStatus', 'callInOut', 'mediaType'] };

/** An agent with its calls, none where the service has null. */
function withCalls([row = {}]: JsonObject[]): IDataObject[] {
	const calls: unknown[] = Array.isArray(row.callList) ? row.callList : [];
	const callList = calls
		.filter(isObject)
		.map(toOneForm(CALL))
		.map((call) => withNames(call, agentgroupQueryagentcalls.meanings));
	return [{ ...(row as IDataObject), callList }];
}

/** @zh 查询坐席呼叫 */
export const getCalls: Operation = {
	option: {
		name: 'Get Calls',
		value: 'getCalls',
		action: 'Get agent calls',
		description: 'Get the calls that agents have right now',
	},
	fields: [agentIds, cmsOptions],
	isBatched: true,
	async execute(inputs, _ask, sendInBatch) {
		const spec = {
			title: 'Calls of agents',
			endpoint: agentgroupQueryagentcalls,
			path: {},
			shared: cmsTenant(inputs),
		};
		const ids = idsFrom(inputs, 'agentIds');
		const asked = { specs: [spec], ids, idField: 'agentId', toItems: withCalls };
		return await itemsByIds(asked, sendInBatch);
	},
};
