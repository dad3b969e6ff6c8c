/** Source: vendor page 0764. */
import { behaviour, refuse, type TryThis } from '../core/behaviour';
import type { DataMakers } from '../core/data';
import { makeCallData, type NewCallData } from './shared/callData';
import { CAMPAIGN_IDS } from './shared/campaigns';
import { CODES } from './shared/codes';

const { paused } = CAMPAIGN_IDS;

export const data: DataMakers = {
	callData: ({ callData }, now) => ({ [paused]: makeCallData(callData, now) }),
};

export const tryThese: TryThis[] = [
	{
		ask: { campaignId: paused, dataId: '1801234567890000001' },
		gives: 'the record of 13800000001, the first of 60',
	},
];

interface Asked {
	campaignId: string;
	dataId: string;
}

/** Fields of a record beside its number; their names are made up. */
const PROPERTIES: Array<[code: keyof NewCallData, name: string]> = [
	['sessionId', 'Session ID'],
	['caller', 'Calling number'],
	['customField', 'Custom field'],
	['recycleTime', 'Recycle time'],
	['callData', 'Call data'],
];

export default behaviour<Asked>(
	'queryCalldata',
	({ campaignId, dataId }, { data: { callData } }) => {
		const record = callData[campaignId]?.find((entry) => entry.dataId === dataId);
		if (!record) return refuse(CODES.parameter, `The call data ${dataId} does not exist`);
		const properties = PROPERTIES.filter(([code]) => record[code] !== undefined);
		return {
			data: {
				dataId,
				properties: properties.map(([propCode, propName]) => ({
					propCode,
					propName,
					propValue: record[propCode],
				})),
				calledNos: [{ calledNo: record.called, type: '' }],
			},
		};
	},
);
