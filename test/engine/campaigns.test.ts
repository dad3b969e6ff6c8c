/** Campaigns: their times, what overwrites, and settings that must not be empty. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { resources } from '../../nodes/HuaweiAicc/resources';
import { bodiesOf, errorIn, requestsOf, runnerFor, useSimulator } from './fixtures';
import { byId, CAMPAIGN_IDS } from './operationCase';
import { parametersOf } from './operationCases';

const holder = useSimulator({ https: false });
const run = runnerFor(holder);

const { paused } = CAMPAIGN_IDS;
const SHANGHAI = { timezone: 'Asia/Shanghai' };

async function refusalOf(parameters: INodeParameters): Promise<string | undefined> {
	const { rows } = await run(parameters, { onError: 'continueRegularOutput' });
	expect(holder.simulator.requests).toEqual([]);
	return errorIn({ json: rows[0] ?? {} })?.message;
}

/** Gives a campaign times that are easy to read. */
function putTimes(): void {
	const campaign = holder.simulator.data.campaigns.find(({ id }) => id === paused);
	Object.assign(campaign ?? {}, {
		strBeginTime: '2099-03-01 20:00:00',
		strEndTime: '2099-03-31 08:30:15',
	});
}

const IN_SHANGHAI = {
	strBeginTime: '2099-03-01 20:00:00',
	strEndTime: '2099-03-31 08:30:15',
	beginTime: '2099-03-02T04:00:00.000+08:00',
	endTime: '2099-03-31T16:30:15.000+08:00',
};

describe('the times of a campaign', () => {
	it.each([
		['Get', { ...parametersOf('campaign/get'), campaignId: byId(paused) }],
		['Get Many', parametersOf('campaign/getAll')],
	])('come with an offset from %s', async (_, parameters) => {
		putTimes();
		const { rows } = await run(parameters, SHANGHAI);
		const found = rows.find(({ id, campaignId }) => (id ?? campaignId) === paused);
		expect(found).toMatchObject(IN_SHANGHAI);
	});

	it('are as they were when those of Get go into Update', async () => {
		putTimes();
		const get = { ...parametersOf('campaign/get'), campaignId: byId(paused) };
		const { rows } = await run(get, SHANGHAI);
		const times = { beginTime: '={{ $json.beginTime }}', endTime: '={{ $json.endTime }}' };
		const { error } = await run(
			{ ...parametersOf('campaign/update'), ...times },
			{ ...SHANGHAI, items: rows as IDataObject[] },
		);
		expect(error).toBeUndefined();
		const { strBeginTime, strEndTime } = IN_SHANGHAI;
		expect(bodiesOf(holder.simulator, 'modifyCampaignV2')).toEqual([
			expect.objectContaining({ strBeginTime, strEndTime }),
		]);
	});

	it('are null where the service gives none', async () => {
		const campaign = holder.simulator.data.campaigns.find(({ id }) => id === paused);
		Object.assign(campaign ?? {}, { strBeginTime: '', strEndTime: '' });
		const get = { ...parametersOf('campaign/get'), campaignId: byId(paused) };
		const { rows } = await run(get, SHANGHAI);
		expect(rows).toMatchObject([{ beginTime: null, endTime: null }]);
	});
});

it('campaigns that end on a day are asked for to its end', async () => {
	const filters = { beginTime: '2099-03-01', endTime: '2099-03-31' };
	await run({ ...parametersOf('campaign/getAll'), filters }, SHANGHAI);
	expect(requestsOf(holder.simulator, 'queryCampaigns')[0]?.query).toMatchObject({
		beginTime: '2099-02-28 16:00:00',
		endTime: '2099-03-31 15:59:59',
	});
});

describe('the form', () => {
	it('of Update has nothing in it that overwrites a campaign', async () => {
		const fields = resources
			.find(({ value }) => value === 'campaign')
			?.operations.find(({ option }) => option.value === 'update')?.fields;
		const prefilled = fields?.filter(
			({ name, required, default: value }) =>
				required && name !== 'campaignId' && value !== '' && value !== '{}',
		);
		expect(prefilled).toEqual([]);
		const update = parametersOf('campaign/update');
		expect(await refusalOf({ ...update, maxAlertingTime: '={{ "" }}' })).toMatch(
			/^Max Alerting Time is empty/,
		);
		expect(await refusalOf({ ...update, deviceType: '={{ "" }}' })).toMatch(
			/^Device Type is empty/,
		);
	});

	it.each([
		['callPolicy', 'Call Policy'],
		['ivrParam', 'IVR Settings'],
		['retryPolicy', 'Retry Policy'],
		['skillParam', 'Skill Settings'],
	])('of Create refuses %s as it opens', async (name, label) => {
		const create = { ...parametersOf('campaign/create'), additionalFields: { [name]: '{}' } };
		expect(await refusalOf(create)).toMatch(new RegExp(`^${label} is empty`));
	});

	it.each(['[]', ' [ ] '])('of Set Retry Policy refuses %s', async (policyJson) => {
		const set = { ...parametersOf('campaign/setRetryPolicy'), policyJson };
		expect(await refusalOf(set)).toMatch(/^Policies is empty/);
	});
});

it('a state that does not allow it is no word for other interfaces, nor a campaign for templates', async () => {
	const refusalWith = async (operation: string, route: string, code: string) => {
		holder.simulator.faults = [{ kind: 'code', code, route }];
		const { rows } = await run(parametersOf(operation), { onError: 'continueRegularOutput' });
		return errorIn({ json: rows[0] ?? {} })?.message;
	};
	expect(await refusalWith('campaignTemplate/getAll', 'templateList', '0200007')).not.toMatch(
		/campaign does not exist/i,
	);
	expect(await refusalWith('campaign/get', 'queryCampaign', '0200011')).not.toMatch(/state/i);
});
