/** Ratings, diagnoses and calls of the past: what is sent, and what a user could lose. */
import './faults/time';
import type { INodeParameters } from 'n8n-workflow';

import { answerWith, bodiesOf, errorIn, requestsOf, runnerFor, useSimulator } from './fixtures';
import { parametersOf } from './operationCases';

const holder = useSimulator({ https: false });
const run = runnerFor(holder);

const RATING = parametersOf('satisfaction/get');
const SUBMIT = parametersOf('faultDiagnosis/submit');
const HISTORY = parametersOf('callHistory/getAll');

async function messageOf(parameters: INodeParameters): Promise<string | undefined> {
	return (await run(parameters)).error?.message;
}

async function refusal(parameters: INodeParameters): Promise<string | undefined> {
	const message = await messageOf(parameters);
	expect(holder.simulator.requests).toEqual([]);
	return message;
}

describe('Satisfaction: Get', () => {
	it.each([
		['1768464000-100003', '-1', 'no reply'],
		['1768464000-100007', '-2', 'reply not valid'],
		['1768464000-100005', '3', '3'],
	])('names the rating of %s', async (callId, evaluationValue, evaluationValueName) => {
		const { rows } = await run({ ...RATING, callId });
		expect(rows).toMatchObject([{ callId, evaluationValue, evaluationValueName }]);
	});

	it.each(['{}', 'null', '{"evaluationValue":"","channel":null}'])(
		'says in an error that there is none: %s',
		async (rating) => {
			const body = `{"returnCode":"0","description":"ok","satisfactionEvaluations":${rating}}`;
			answerWith(holder.simulator, 'satisfactionQuery', body);
			expect(await messageOf(RATING)).toContain('there is no rating of the call');
		},
	);

	it('refuses a span that is turned round', async () => {
		const endTime = '2026-01-14T00:00:00Z';
		expect(await refusal({ ...RATING, endTime })).toBe('End Time is before the beginning [item 0]');
	});
});

describe('Fault Diagnosis', () => {
	it('Submit sends everything as text, and its result is found', async () => {
		const additionalFields = { longitude: 8.55, latitude: '-47.370001', radius: 500 };
		const { rows } = await run({ ...SUBMIT, additionalFields });
		expect(bodiesOf(holder.simulator, 'submitquickdelimit')).toEqual([
			{
				msisdn: '6680512100869',
				startTime: '1768435200000',
				endTime: '1768521600000',
				locale: 'en_US',
				scene: 'Voice',
				longitude: '8.55',
				latitude: '-47.370001',
				radius: '500',
			},
		]);
		const found = await run({
			...parametersOf('faultDiagnosis/getQuickResult'),
			taskId: String(rows[0]?.taskId),
		});
		expect(found.rows).toMatchObject([{ taskId: rows[0]?.taskId, rootcause: expect.anything() }]);
		expect(found.rows[0]).not.toHaveProperty('returnCode');
	});

	it.each([
		[{ longitude: '180.1' }, /^Longitude is not a number in its range/],
		[{ longitude: 'x' }, /^Longitude is not a number in its range/],
		[{ longitude: '1e1' }, /^Longitude is not a number in its range/],
		[{ latitude: '-90.5' }, /^Latitude is not a number in its range/],
		[{ latitude: '1.1234567' }, /^Latitude is not a number in its range/],
		[{ radius: -1 }, /^Radius is not a whole number in its range/],
	])('Submit refuses %j', async (additionalFields, message) => {
		expect(await refusal({ ...SUBMIT, additionalFields })).toMatch(message);
	});

	it('Submit is sent once, and is uncertain without the ID of a task', async () => {
		const bodies = ['{"returnCode":"0"}', '{"returnCode":"0","taskId":""}'];
		for (const body of bodies) {
			holder.simulator.reset();
			answerWith(holder.simulator, 'submitquickdelimit', body);
			const { rows } = await run(SUBMIT, { onError: 'continueRegularOutput' });
			expect(errorIn({ json: rows[0] ?? {} })).toMatchObject({ outcome: 'unknown' });
			expect(requestsOf(holder.simulator, 'submitquickdelimit')).toHaveLength(1);
		}
		holder.simulator.reset();
		holder.simulator.faults = [{ kind: 'cut', route: 'submitquickdelimit', when: 'after' }];
		const { rows } = await run(SUBMIT, { onError: 'continueRegularOutput' });
		expect(errorIn({ json: rows[0] ?? {} })).toMatchObject({ outcome: 'unknown' });
		expect(requestsOf(holder.simulator, 'submitquickdelimit')).toHaveLength(1);
	});

	it('Get Deep Result gives an item a row, each from its input item', async () => {
		const deep = parametersOf('faultDiagnosis/getDeepResult');
		const { items } = await run(deep, { items: [{}, {}] });
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 0, 1, 1].map((item) => ({ item })),
		);
		expect(items.map(({ json }) => json.priority)).toEqual([1, 2, 1, 2]);
	});
});

describe('Fault Diagnosis: Get Deep Result', () => {
	it.each([
		['{"returnCode":"0","row":2,"data":[{"priority":1}]}', 'Only 1 of 2 findings could be read'],
		['{"returnCode":"0","row":1,"data":{"priority":1}}', 'no list of rows'],
	])('does not take %s for a whole answer', async (body, message) => {
		answerWith(holder.simulator, 'querydeepresult', body);
		expect(await messageOf(parametersOf('faultDiagnosis/getDeepResult'))).toContain(message);
	});
});

describe('Call History: Get Many', () => {
	const all = { ...HISTORY, filters: { beginTime: '2026-01-15T00:00:00Z' } };

	it('gives every call of a span, with the words for its kind', async () => {
		const { rows } = await run(all);
		expect(rows).toHaveLength(60);
		expect(bodiesOf(holder.simulator, 'queryCallManualDetailInfo')).toEqual([
			{ subCcNo: '1', vdn: '40', beginDate: '1768435200000' },
		]);
		expect(rows.slice(0, 6).map(({ callTypeName }) => callTypeName)).toEqual([
			'inbound',
			'inbound',
			'outbound',
			'inbound',
			'predictive',
			'click-to-call',
		]);
	});

	it('cuts at Limit what comes in one answer', async () => {
		expect((await run({ ...all, returnAll: false, limit: 7 })).rows).toHaveLength(7);
		expect(requestsOf(holder.simulator, 'queryCallManualDetailInfo')).toHaveLength(1);
	});

	it('sends every filter as text', async () => {
		const filters = {
			beginTime: '2026-01-15T00:00:00Z',
			endTime: '2026-01-16T00:00:00Z',
			callType: '0',
			mediaType: '5',
			callerNumber: '9000001',
			calledNumber: '9900000',
			evaluationValue: 5,
		};
		const { rows } = await run({ ...HISTORY, filters });
		expect(bodiesOf(holder.simulator, 'queryCallManualDetailInfo')).toEqual([
			{
				subCcNo: '1',
				vdn: '40',
				callerNo: '9000001',
				calleeNo: '9900000',
				beginDate: '1768435200000',
				endDate: '1768521600000',
				callType: '0',
				mediaType: '5',
				evaluationValue: '5',
			},
		]);
		expect(rows).toHaveLength(1);
	});

	it.each([
		[{}, /^Filters have neither a call nor a time/],
		[{ callType: '0' }, /^Filters have neither a call nor a time/],
		[
			{ beginTime: '2026-01-15T00:00:00Z', endTime: '2026-01-14T00:00:00Z' },
			/^End Time is before the beginning/,
		],
	])('refuses filters %j', async (filters, message) => {
		expect(await refusal({ ...HISTORY, filters })).toMatch(message);
	});

	it.each(['{"total":0,"results":null}', '{"total":"0"}', '{"results":[]}'])(
		'takes %s for none',
		async (body) => {
			answerWith(holder.simulator, 'queryCallManualDetailInfo', body);
			const { rows, error } = await run(all);
			expect([rows, error]).toEqual([[], undefined]);
		},
	);

	it.each([
		['{}', 'no list of calls'],
		['{"results":null}', 'no list of calls'],
		['{"total":3,"results":null}', 'no list of calls'],
		['{"returnCode":"1","description":"no"}', 'no list of calls'],
		['{"total":2,"results":[{"callId":"1"}]}', 'Only 1 of 2 calls could be read'],
	])('does not take %s for an answer', async (body, message) => {
		answerWith(holder.simulator, 'queryCallManualDetailInfo', body);
		expect(await messageOf(all)).toContain(message);
	});
});
