import { before, byId, CAMPAIGN_IDS, type OperationCase } from '../../operationCase';

const DAY_MS = 24 * 60 * 60 * 1000;

/** A day, so many days ago. */
const dayOf = (days: number) => new Date(before(days * DAY_MS)).toISOString().slice(0, 10);

const [beginTime, endTime] = [dayOf(25), dayOf(1)];

export default {
	parameters: { campaignId: byId(CAMPAIGN_IDS.manyResults), filters: { beginTime, endTime } },
	companions: { beginTime: { endTime }, endTime: { beginTime } },
	sends: `GET /rest/isales/v1/openapi/campaigns/40/failcategorystatistics?campaignId=${CAMPAIGN_IDS.manyResults}&endDate=${endTime}&startDate=${beginTime}`,
	// What a row has in it is not documented.
	gives: {},
} satisfies OperationCase;
