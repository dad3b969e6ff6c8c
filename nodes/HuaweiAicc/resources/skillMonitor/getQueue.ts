import { queuedevicestatus } from '../../../../aicc/endpoints/cms/queuedevicestatus';
import { skillId } from '../../shared/monitoring/fields';
import { wholeListOperation } from '../../shared/monitoring/wholeList';

const { limits } = queuedevicestatus;

/** @zh 查询排队呼叫 */
export const getQueue = wholeListOperation({
	option: {
		name: 'Get Queue',
		value: 'getQueue',
		action: 'Get skill queue',
		description: 'List the calls that wait in a skill queue right now',
	},
	endpoint: queuedevicestatus,
	own: {
		fields: [skillId],
		from: (inputs) => ({
			skillId: inputs.needed('skillId', inputs.optionalNumber('skillId', limits.skillId)),
		}),
	},
	texts: ['callId'],
	numbers: ['customerLevel', 'requestType'],
});
