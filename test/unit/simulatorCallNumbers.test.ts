/** The world of the simulator hangs together: who is added is called, and access codes lead somewhere. */
import { CAMPAIGN_IDS, type Campaign } from '../../simulator';
import { SUCCESS, useOutbound } from './simulatorOutboundClient';

const holder = useOutbound();

const { empty, paused } = CAMPAIGN_IDS;

async function resultsOf(campaignId: string) {
	return (await holder.ask('POST', `/callresult/${campaignId}`, { body: {} })).data;
}

const add = async (called: string, sessionId: string) =>
	(
		await holder.ask('POST', `/calldata/${empty}`, {
			body: { callDataList: [{ called, sessionId, customField: 'spring' }] },
		})
	).data;

it('calls who was added to a running campaign, once', async () => {
	expect(await resultsOf(empty)).toMatchObject({ totalCount: 0 });
	expect(await add('13600000001', 'row-1')).toMatchObject({ resultCode: SUCCESS });
	const before = Date.now();
	expect(holder.simulator.callNumbers()).toBe(1);
	expect(holder.simulator.callNumbers()).toBe(0);
	const { data, totalCount } = await resultsOf(empty);
	expect(totalCount).toBe(1);
	expect(data).toEqual([
		expect.objectContaining({ campaignId: empty, called: '13600000001', sessionId: 'row-1' }),
	]);
	const [{ callTimeStr, callId, callStatus, failCode, recordPath }] = data;
	const at = Date.parse(`${callTimeStr.replace(' ', 'T')}Z`);
	expect(at).toBeGreaterThanOrEqual(Math.floor(before / 1000) * 1000);
	expect(callId).toMatch(/^\d+-\d+$/);
	expect([callStatus === 6, callStatus === 5]).toEqual([recordPath !== '', failCode !== '']);
});

it('has calls that succeed and calls that fail, each with an ID of its own', () => {
	const { simulator } = holder;
	simulator.data.callData[empty] = Array.from({ length: 30 }, (_, index) => ({
		dataId: String(index),
		called: String(13_600_000_001 + index),
		isCalled: false,
	}));
	expect(simulator.callNumbers()).toBe(30);
	const results = simulator.data.callResults[empty] ?? [];
	expect(new Set(results.map(({ callId }) => callId)).size).toBe(30);
	expect(new Set(results.map(({ callStatus }) => callStatus))).toEqual(new Set([5, 6]));
	const codes = simulator.data.obsResultCodes.map(({ obsCode }) => obsCode);
	const failed = results.filter(({ callStatus }) => callStatus === 5);
	expect(failed.filter(({ failCode }) => !codes.includes(failCode))).toEqual([]);
});

it('calls nobody of a campaign that is paused, until it is resumed', async () => {
	const { simulator } = holder;
	const waiting = (simulator.data.callData[paused] ?? []).filter(({ isCalled }) => !isCalled);
	expect(waiting.length).toBeGreaterThan(0);
	expect(simulator.callNumbers()).toBe(0);
	const campaign = simulator.data.campaigns.find(({ id }) => id === paused);
	await holder.ask('PUT', `/${(campaign as Campaign).id}/resume`);
	expect(simulator.callNumbers()).toBe(waiting.length);
});

it('knows a device for each access code, as a called number', () => {
	const { accessCodes, calledNumbers } = holder.simulator.data;
	const devices = accessCodes.map(({ accessCode }) => calledNumbers[accessCode]);
	expect(devices.filter((device) => String(device?.retCode) !== '0')).toEqual([]);
	expect(new Set(devices.map((device) => device?.result?.devType))).toEqual(new Set([0, 1]));
});
