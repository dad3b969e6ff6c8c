import { servicequality } from '../../../../aicc/endpoints/cms/servicequality';
import { idsFrom, skillIds } from '../../../shared/watchedIds';
import { ofManyIdsOperation } from '../../shared/monitoring/ofManyIds';

/** @zh 查询服务水平 */
export const getServiceLevel = ofManyIdsOperation({
	option: {
		name: 'Get Service Level',
		value: 'getServiceLevel',
		action: 'Get skill service level',
		description: 'Get the service level of skill queues in the last five minutes',
	},
	endpoint: servicequality,
	idField: skillIds,
	size: servicequality.limits.skillIds.maxItems,
	idsFrom: (inputs) => idsFrom(inputs, 'skillIds'),
});
