/** What each operation of the API Fabric sends, and what comes out of it. */
import './faults/time';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import {
	answerWith,
	bodiesOf,
	OPERATIONS,
	PAIRED,
	requestsOf,
	runnerFor,
	useSimulator,
} from './fixtures';
import { caseOf } from './operationCases';

const holder = useSimulator({ https: false });
const run = runnerFor(holder);

const BEARER = { authorization: expect.stringMatching(/^Bearer \S+$/) };

function accessCode(changes: IDataObject = {}) {
	return {
		id: '1124167935465633793',
		accessCode: '9911411',
		mediatypeId: 5,
		n400Number: null as string | null,
		description: null as string | null,
		numCallAttr: 3,
		...changes,
	};
}

describe('Access Code: Get Many', () => {
	it('gives the fields of the service and the names of its codes', async () => {
		holder.simulator.data.accessCodes = [
			accessCode({ accessCode: '0099114', n400Number: '0400123', description: '售后服务热线' }),
			accessCode({ id: '0000000000000000007', mediatypeId: 53, numCallAttr: 1 }),
		];
		const { items, error } = await run(OPERATIONS.accessCodes);
		expect(error).toBeUndefined();
		expect(items).toEqual([
			{
				json: {
					id: '1124167935465633793',
					accessCode: '0099114',
					mediatypeId: 5,
					n400Number: '0400123',
					description: '售后服务热线',
					numCallAttr: 3,
					mediatypeName: 'audio and video',
					numCallAttrName: 'inbound call and outbound call',
				},
				pairedItem: PAIRED,
			},
			{
				json: {
					id: '0000000000000000007',
					accessCode: '9911411',
					mediatypeId: 53,
					n400Number: null,
					description: null,
					numCallAttr: 1,
					mediatypeName: 'multimedia',
					numCallAttrName: 'inbound call',
				},
				pairedItem: PAIRED,
			},
		]);
	});

	it.each([
		[2, 'click-to-dial'],
		[5, 'audio and video'],
		[18, 'video click-to-dial'],
		[19, 'video'],
		[53, 'multimedia'],
		[7, null],
		[null, null],
	])('names media type %p', async (mediatypeId, mediatypeName) => {
		holder.simulator.behaviour.checkAnswers = mediatypeId !== null;
		holder.simulator.data.accessCodes = [accessCode({ mediatypeId }) as never];
		expect((await run(OPERATIONS.accessCodes)).rows[0]).toMatchObject({
			mediatypeId,
			mediatypeName,
		});
	});

	it.each([
		[1, 'inbound call'],
		[2, 'outbound call'],
		[3, 'inbound call and outbound call'],
		[9, null],
	])('names number attribute %p', async (numCallAttr, numCallAttrName) => {
		holder.simulator.data.accessCodes = [accessCode({ numCallAttr })];
		expect((await run(OPERATIONS.accessCodes)).rows[0]).toMatchObject({ numCallAttrName });
	});

	it('keeps every digit of ids and numbers that come as JSON numbers', async () => {
		answerWith(
			holder.simulator,
			'queryAccessCodeList',
			'{"returnCode":0,"data":{"total":"1","calledRouteList":[{"id":1124167935465633793,"accessCode":9911411,"mediatypeId":5,"n400Number":4001234567890123456,"numCallAttr":3}]}}',
		);
		expect((await run(OPERATIONS.accessCodes)).rows[0]).toMatchObject({
			id: '1124167935465633793',
			accessCode: '9911411',
			n400Number: '4001234567890123456',
		});
	});

	it('keeps fields that are not documented', async () => {
		holder.simulator.behaviour.checkAnswers = false;
		holder.simulator.data.accessCodes = [accessCode({ newField: { a: [1] } })];
		expect((await run(OPERATIONS.accessCodes)).rows[0]).toMatchObject({ newField: { a: [1] } });
	});

	it('sends what the interface takes and nothing else', async () => {
		await run({ ...OPERATIONS.accessCodes, returnAll: false });
		const [request] = requestsOf(holder.simulator, 'queryAccessCodeList');
		expect(request).toMatchObject({
			method: 'POST',
			path: '/apiaccess/rest/cc-management/v1/accessCodeInfo/queryAccessCodeList',
			query: {},
			headers: {
				...BEARER,
				'content-type': 'application/json',
				'x-app-key': holder.simulator.account.appKey,
			},
		});
		expect(request?.headers).not.toHaveProperty('x-tenantspaceid');
		expect(bodiesOf(holder.simulator, 'queryAccessCodeList')).toEqual([{ limit: 100, offset: 0 }]);
	});

	it('sends the filters with the types of the interface', async () => {
		const filters = { accessCode: '={{ 99 }}', description: '热线', mediaType: '={{ "53" }}' };
		const { rows } = await run({ ...OPERATIONS.accessCodes, filters });
		expect(bodiesOf(holder.simulator, 'queryAccessCodeList')[0]).toEqual({
			accessCode: '99',
			description: '热线',
			mediatypeId: 53,
			limit: 100,
			offset: 0,
		});
		const expected = holder.simulator.data.accessCodes.filter(
			(code) =>
				code.mediatypeId === 53 &&
				code.accessCode.includes('99') &&
				code.description?.includes('热线'),
		);
		expect(expected.length).toBeGreaterThan(0);
		expect(rows.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
	});

	it('leaves filters away that are not added', async () => {
		holder.simulator.data.accessCodes = [accessCode()];
		await run({ ...OPERATIONS.accessCodes, filters: {} });
		expect(bodiesOf(holder.simulator, 'queryAccessCodeList')[0]).toEqual({ limit: 100, offset: 0 });
	});
});

describe('Call: Get Called Device', () => {
	const withCalled = (calledNumber: string): INodeParameters => ({
		...OPERATIONS.calledDevice,
		calledNumber,
	});

	it.each<[string, IDataObject]>([
		[
			'6666601',
			{
				found: true,
				retCode: '0',
				retMsg: 'success',
				devType: 0,
				devTypeName: 'skill queue',
				called: '6666601',
				skillId: 29,
				skillName: '售后技能队列',
			},
		],
		[
			'6666602',
			{
				found: true,
				retCode: '0',
				retMsg: 'success',
				devType: 1,
				devTypeName: 'number',
				called: '02166660002',
				skillId: null,
				skillName: null,
			},
		],
		['6666604', { found: false, retCode: '4', retMsg: 'The called party ID cannot be obtained' }],
		['6666614', { found: false, retCode: '5', retMsg: 'Called is not configured' }],
	])('says where %s leads', async (calledNumber, json) => {
		const { items, error } = await run(withCalled(calledNumber));
		expect(error).toBeUndefined();
		const asked = { callerNumber: '8888888', calledNumber };
		expect(items).toEqual([{ json: { ...asked, ...json }, pairedItem: PAIRED }]);
	});

	it('sends both numbers as text', async () => {
		await run({
			...OPERATIONS.calledDevice,
			callerNumber: '={{ 8888888 }}',
			calledNumber: '={{ "0" + 666 }}',
		});
		expect(bodiesOf(holder.simulator, 'getCalledInfo')).toEqual([
			{ caller: '8888888', called: '0666' },
		]);
		expect(requestsOf(holder.simulator, 'getCalledInfo')[0]).toMatchObject({
			method: 'POST',
			path: '/apiaccess/CC-Management/v1/mobileAgent/getCalledInfo',
			headers: BEARER,
		});
	});

	it.each(['{}', '{"devType":null,"called":"","skillName":"x"}'])(
		'does not take a result for a device that says nothing: %s',
		async (result) => {
			const body = `{"retCode":"0","retMsg":"success","result":${result}}`;
			answerWith(holder.simulator, 'getCalledInfo', body);
			const { error, rows } = await run(OPERATIONS.calledDevice);
			expect(error?.message).toMatch(/ has a result without a device/);
			expect(rows).toEqual([]);
		},
	);

	it('takes numbers of 32 characters', async () => {
		await run(withCalled('1'.repeat(32)));
		expect(bodiesOf(holder.simulator, 'getCalledInfo')).toMatchObject([{ called: '1'.repeat(32) }]);
	});

	it('has no name for a device type that is not documented, and text for a called number', async () => {
		answerWith(
			holder.simulator,
			'getCalledInfo',
			'{"retCode":"0","retMsg":"ok","result":{"devType":3,"called":666}}',
		);
		expect((await run(OPERATIONS.calledDevice)).rows).toMatchObject([
			{ found: true, devType: 3, devTypeName: null, called: '666' },
		]);
	});
});

describe('Fault User: Check', () => {
	it('gives the records of a fault untouched', async () => {
		const { items } = await run(OPERATIONS.faultCheck);
		const { gives } = caseOf('faultUser/check').known;
		expect(items).toEqual([{ json: gives, pairedItem: PAIRED }]);
	});

	it.each(['[]', 'null'])('says that there is no fault when data is %s', async (data) => {
		answerWith(
			holder.simulator,
			'queryfaultyuser',
			`{"returnCode":1,"description":"None","data":${data}}`,
		);
		expect((await run(OPERATIONS.faultCheck)).rows).toEqual([
			{
				msisdn: '6680512100869',
				faultTime: '1721283133000',
				found: false,
				returnCode: '1',
				description: 'None',
				data: [],
			},
		]);
	});

	it('sends text only, and the fixed flag', async () => {
		await run(OPERATIONS.faultCheck);
		await run({
			...OPERATIONS.faultCheck,
			msisdn: '={{ 6680512100869 }}',
			complaintScene: '={{ 1 }}',
			additionalFields: { backtraceDuration: 3600, sessionId: '={{ 20240709 }}' },
		});
		const needed = {
			msisdn: '6680512100869',
			faultTime: '1721283133000',
			complaintScene: '1',
			queryFlag: '1',
		};
		expect(bodiesOf(holder.simulator, 'queryfaultyuser')).toEqual([
			needed,
			{ ...needed, backtraceDuration: '3600', sessionID: '20240709' },
		]);
		expect(requestsOf(holder.simulator, 'queryfaultyuser')[0]).toMatchObject({
			method: 'POST',
			path: '/apiaccess/CC-Management/v1/smartcare/queryfaultyuser',
			headers: { ...BEARER, 'x-app-key': holder.simulator.account.appKey },
		});
	});
});
