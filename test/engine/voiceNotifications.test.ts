/** Voice notifications: what they play, whom they ring, and what they report. */
import './faults/time';
import type { INodeParameters } from 'n8n-workflow';

import { until } from '../../scripts/lib/until';
import { bodiesOf, byId, errorIn, PAIRED, runnerFor, useSimulator } from './fixtures';
import { listen } from './listener';
import { parametersOf } from './operationCases';

const holder = useSimulator({ https: false });
const run = runnerFor(holder);

const [V1, V2] = ['createVoiceNotificationV1', 'createVoiceNotificationV2'];

/** Runs an operation with nothing in its collections, and goes on after an error. */
async function runNotification(operation: string, parameters: INodeParameters) {
	return await run(
		{ ...parametersOf(`voiceNotification/${operation}`), additionalFields: {}, ...parameters },
		{ onError: 'continueRegularOutput' },
	);
}

/** Shows that nothing is sent for an item, in words that name the field. */
async function expectRefused(operation: string, parameters: INodeParameters, words: RegExp) {
	const { items } = await runNotification(operation, parameters);
	expect(items).toEqual([
		{
			json: {
				error: {
					message: expect.stringMatching(words),
					description: expect.stringMatching(/^[A-Z].{8,}\.$/),
					outcome: 'refused',
				},
			},
			pairedItem: PAIRED,
		},
	]);
	expect(holder.simulator.requests).toEqual([]);
}

describe('Voice Notification: Send', () => {
	it('rings, and reports to its callback address how it ended', async () => {
		holder.simulator.behaviour.callStepMs = 10;
		const receiver = await listen();
		try {
			const additionalFields = { callBackUrl: receiver.url };
			const { rows } = await runNotification('send', { additionalFields });
			const unanswered = await runNotification('send', {
				additionalFields,
				calledNumber: '13600000005',
			});
			await until('both ends are reported', () => receiver.bodies.length === 2);
			expect(receiver.bodies.map((body) => JSON.parse(body) as unknown)).toEqual([
				expect.objectContaining({
					callSerialNo: rows[0]?.callSerialNo,
					called: '13600000001',
					createCallTime: expect.stringMatching(/^\d{4}\/\d\d\/\d\d,\d\d:\d\d:\d\d:\d{3}$/),
					releaseReason: '0',
				}),
				expect.objectContaining({
					callSerialNo: unanswered.rows[0]?.callSerialNo,
					called: '13600000005',
					releaseReason: '5',
				}),
			]);
		} finally {
			await receiver.stop();
		}
	});

	it.each([
		'$Hello$',
		'$Hello ~ and bye$',
		'1600000000000000001',
		'1600000000000000001~1600000000000000002',
		'$5 o’clock, call 400-1$~1600000000000000001~$Bye$',
		`$${'x'.repeat(1022)}$`,
	])('plays %s as it is', async (voiceContent) => {
		const { rows } = await runNotification('send', { voiceContent });
		expect(rows).toMatchObject([{ success: true }]);
		expect(bodiesOf(holder.simulator, V1)).toEqual([{ called: '13600000001', voiceContent }]);
	});

	it.each<[string, RegExp]>([
		[
			'Your order has been sent',
			/^Voice Content has a piece that is neither spoken text nor a recording: "Your order/,
		],
		['$Hello', /^Voice Content has a piece that is neither spoken text nor a recording: "\$Hello"/],
		[
			'$Hello$ 1600000000000000001',
			/^Voice Content has a piece that is neither spoken text nor a recording/,
		],
		['$$', /^Voice Content has a piece that is neither spoken text nor a recording/],
		['1600000000000000001~', /^Voice Content has a ~ with nothing beside it/],
		['~$Hello$', /^Voice Content has a ~ with nothing beside it/],
		[`$${'x'.repeat(1023)}$`, /^Voice Content has 1025 characters/],
		['$Line one\nline two$', /^Voice Content has a line break/],
	])('does not play %j', async (voiceContent, words) => {
		await expectRefused('send', { voiceContent }, words);
	});

	it.each<[INodeParameters, RegExp]>([
		[
			{ callBackUrl: `https://n8n.example.com/${'a'.repeat(170)}` },
			/^Callback URL is too long: "https:/,
		],
		[{ callBackUrl: 'ftp://n8n.example.com' }, /^Callback URL is not an address/],
		[{ priority: 10 }, /^Priority is not a whole number in its range: 10/],
		[{ priority: 0 }, /^Priority is not a whole number in its range: 0/],
		[{ callerPresent: '1'.repeat(33) }, /^Caller Present has 33 characters/],
	])('is not sent with %j', async (additionalFields, words) => {
		await expectRefused('send', { additionalFields }, words);
	});

	it('is an error with the words of the service for a recording that is not there', async () => {
		const { items } = await runNotification('send', { voiceContent: '1600000000000009999' });
		expect(errorIn(items[0])).toMatchObject({
			outcome: 'refused',
			code: '8',
			description: expect.stringContaining('Get Many Recordings'),
		});
	});
});

describe('Voice Notification: Send Play List', () => {
	const pieces = (...list: INodeParameters[]): INodeParameters => ({ playList: { pieces: list } });
	const template = '1650000000000000001';

	it('sends its list, how often it is played, and its address plainly', async () => {
		const callBackUrl = 'https://n8n.example.com/webhook/notice';
		const { rows } = await runNotification('sendPlayList', {
			...pieces(
				// Fields that were left as they are, as the editor saves them.
				{ voiceId: byId(''), voiceFileName: 'voice-1.wav', templateId: '', templateParams: '' },
				{
					voiceId: byId(''),
					templateId: byId('={{ 1650000000000000000n + 1n }}'),
					templateParams: '={{ ["Ann, Lee", 17] }}',
				},
			),
			additionalFields: { callBackUrl, playTimes: 2, priority: 9 },
		});
		expect(rows).toMatchObject([{ success: true }]);
		expect(bodiesOf(holder.simulator, V2)).toEqual([
			{
				called: '13600000001',
				playList: [
					{ voiceFileName: 'voice-1.wav' },
					{ templateId: template, templateParams: ['Ann, Lee', '17'] },
				],
				playTimes: 2,
				callBackUrl,
				priority: '9',
			},
		]);
	});

	it.each<[string, INodeParameters, RegExp]>([
		['nothing', pieces(), /^Play List is empty/],
		[
			'six pieces',
			pieces(...Array.from({ length: 6 }, () => ({ voiceFileName: 'a.wav' }))),
			/^Play List has 6 pieces/,
		],
		[
			'a piece of nothing',
			pieces({ voiceFileName: 'a.wav' }, { voiceId: byId(' ') }),
			/^Play List cannot be played: piece 2 is empty/,
		],
		[
			'two kinds in one piece',
			pieces({ voiceFileName: 'a.wav' }, { voiceId: byId('1'), templateId: '2' }),
			/^Play List cannot be played: piece 2 has two kinds in it: Recording and Template/,
		],
		[
			'three kinds in one piece',
			pieces({ voiceId: byId('1'), voiceFileName: 'a.wav', templateId: '2' }),
			/^Play List cannot be played: piece 1 has two kinds in it: Recording and Voice File Name/,
		],
		[
			'values without a template',
			pieces({ voiceFileName: 'a.wav', templateParams: 'Ann' }),
			/^Play List cannot be played: piece 1 has Template Parameters without a Template/,
		],
		[
			'eleven values',
			pieces({ templateId: template, templateParams: '1,2,3,4,5,6,7,8,9,10,11' }),
			/^Play List cannot be played: piece 1 Template Parameters has 11 values/,
		],
		[
			'a value of more bytes than there is room for',
			pieces({ templateId: template, templateParams: '电话'.repeat(6) }),
			/^Play List cannot be played: piece 1 Template Parameters is too long/,
		],
		[
			'a value with a dollar sign',
			pieces({ templateId: template, templateParams: 'Ann,$5' }),
			/^Play List cannot be played: piece 1 Template Parameters has one of \$, \{ and \} in it/,
		],
		...['{{ $json.none }}, 17:30', 'Ann, {{ $json.none }}', 'Ann,,17:30'].map(
			(text): [string, INodeParameters, RegExp] => [
				`a gap in its values, as of ${text}`,
				pieces({ templateId: template, templateParams: `=${text}` }),
				/^Play List cannot be played: piece 1 Template Parameters has an entry that is empty/,
			],
		),
		...['undefined', 'null', '" "'].map((value): [string, INodeParameters, RegExp] => [
			`an expression for its values that gives ${value}`,
			pieces(
				{ voiceFileName: 'a.wav' },
				{ templateId: template, templateParams: `={{ ${value} }}` },
			),
			/^Play List cannot be played: piece 2 has Template Parameters that come empty/,
		]),
		[
			'a number that has lost digits',
			pieces({ voiceId: byId('={{ 1600000000000000001 }}') }),
			/^Play List cannot be played: piece 1 Recording came as a number/,
		],
	])('is not sent with %s', async (_, parameters, words) => {
		await expectRefused('sendPlayList', parameters, words);
	});

	it.each([
		[' Ann,\r\n17:30\n', ['Ann', '17:30']],
		['Ann\n\n17:30', ['Ann', '17:30']],
		['["Ann", ""]', ['Ann', '']],
		['={{ [] }}', undefined],
	])('takes the values of a template out of %j', async (templateParams, taken) => {
		await runNotification('sendPlayList', pieces({ templateId: template, templateParams }));
		expect(bodiesOf(holder.simulator, V2)).toMatchObject([
			{ playList: [{ templateId: template, ...(taken && { templateParams: taken }) }] },
		]);
	});

	it.each([0, 6, 1.5])('is not played %p times', async (playTimes) => {
		await expectRefused('sendPlayList', { additionalFields: { playTimes } }, /^Play Times is not/);
	});

	it.each([
		[{ voiceFileName: 'none.wav' }, '17'],
		[{ templateId: template, templateParams: 'Ann' }, '15'],
	])('is an error with the words of the service for %j', async (piece, code) => {
		const { items } = await runNotification('sendPlayList', pieces(piece));
		expect(errorIn(items[0])).toMatchObject({
			outcome: 'refused',
			code,
			description: 'Check Play List.',
		});
	});
});

describe('Voice Notification: Get Many Recordings', () => {
	const ROUTE = 'queryVoiceNotificationRecording';

	it('reads on until a page is short, since no total is told', async () => {
		const { rows } = await runNotification('getRecordings', { filters: {} });
		expect(rows.map(({ voice_id: id }) => id)).toEqual(
			holder.simulator.data.voiceRecordings.map(({ voice_id: id }) => id),
		);
		expect(bodiesOf(holder.simulator, ROUTE)).toEqual([
			{ offset: 0, limit: 100 },
			{ offset: 100, limit: 100 },
		]);
	});

	it('asks for no page more than it needs', async () => {
		const limited = { filters: {}, returnAll: false, limit: 7 };
		expect((await runNotification('getRecordings', limited)).rows).toHaveLength(7);
		holder.simulator.data.voiceRecordings.splice(100);
		const { rows } = await runNotification('getRecordings', { filters: {} });
		expect(rows).toHaveLength(100);
		// One for the limit, and for the full page one more, which is empty.
		expect(bodiesOf(holder.simulator, ROUTE)).toHaveLength(3);
	});
});
