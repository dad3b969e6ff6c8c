import type { IDataObject } from 'n8n-workflow';

import {
	hisindexVdn,
	INDICATORS_WITH_TIME_GRAIN,
} from '../../../../aicc/endpoints/cms/hisindexVdn';
import { VDN_HISTORY_INDICATORS } from '../../../../aicc/endpoints/cms/shared/indicators';
import { ownCcAndNumberOptions } from '../../../shared/descriptions';
import type { Inputs } from '../../../shared/inputs';
import { LINE_NUMBER } from '../../../shared/readers/phoneNumber';
import { filterCollection } from '../../shared/descriptions';
import { vdnIds, vdnIdsFrom } from '../../../shared/watchedIds';
import { HISTORY_FILTERS, historyFiltersFrom } from '../../shared/monitoring/fields';
import {
	indicatorsFrom,
	openIndicators,
	otherIndicators,
} from '../../shared/monitoring/indicatorFields';
import { output, pastItems, readIndicators } from '../../shared/monitoring/indicators';
import type { Operation } from '../../shared/operation';

const { enableOffset, mediaType, subMediaType, timeGrain } = HISTORY_FILTERS;

/** What the service narrows its answer by. */
function filtersFrom(inputs: Inputs, indexIds: readonly string[]): IDataObject {
	const filters = historyFiltersFrom(inputs);
	const inSteps = indexIds.find((name) => INDICATORS_WITH_TIME_GRAIN.includes(name));
	if (inSteps !== undefined && filters.timeGrain === undefined) {
		throw inputs.complaint(
			'filters.timeGrain',
			`is missing, which ${inSteps} needs`,
			'Add Time Step under Filters, or take the indicator out.',
		);
	}
	return {
		...filters,
		anonyCall: inputs.optionalChoice('filters.anonyCall'),
		calleeNo: inputs.optionalPhoneNumber('filters.calledNumber', LINE_NUMBER)?.number,
	};
}

/** @zh 查询历史指标 */
export const getHistory: Operation = {
	option: {
		name: 'Get History',
		value: 'getHistory',
		action: 'Get VDN history',
		description: 'Get indicators of virtual call centres over today or the day before',
	},
	fields: [
		openIndicators(VDN_HISTORY_INDICATORS),
		output,
		vdnIds,
		filterCollection([
			{
				displayName: 'Anonymous Calls',
				name: 'anonyCall',
				type: 'options',
				options: [
					{ name: 'No (0)', value: 0 },
					{ name: 'Yes (1)', value: 1 },
				],
				default: 1,
				description: 'Whether the calls are anonymous ones (anonyCall)',
			},
			{
				displayName: 'Called Number',
				name: 'calledNumber',
				type: 'string',
				default: '',
				placeholder: 'e.g. 8000001',
				description: 'Number that was called',
			},
			mediaType,
			enableOffset,
			subMediaType,
			timeGrain,
		]),
		ownCcAndNumberOptions([otherIndicators]),
	],
	isBatched: true,
	async execute(inputs, _ask, sendInBatch) {
		const indexIds = indicatorsFrom(inputs);
		const ids = vdnIdsFrom(inputs);
		const body = { ccId: Number(inputs.ccId()), ...filtersFrom(inputs, indexIds) };
		const shape = { indexIds, clock: hisindexVdn.clock };
		const toItems = pastItems(inputs, shape, VDN_HISTORY_INDICATORS);
		return await readIndicators(
			{ endpoint: hisindexVdn, ids, indexIds, body },
			sendInBatch,
			toItems,
		);
	},
};
