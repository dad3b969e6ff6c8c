/** n8n reads the credential from its data base for each request; that may be away for a moment. */
import './time';
import type { IDataObject } from 'n8n-workflow';
import { CAMPAIGN_IDS } from '../../../simulator';
import { CredentialStore } from '../engine';
import { errorIn, OPERATIONS } from '../fixtures';
import { answered, lookUp, messagesOf, reasonsOf, run, usePlainSimulator } from './faults';
import { takeLogs } from './logs';

const platform = usePlainSimulator();

/** What PostgreSQL's client says when the server is shut down, starts, or cannot be reached. */
const WORDS = [
	['cut off', new Error('Connection terminated unexpectedly')],
	[
		'shut down',
		Object.assign(new Error('the database system is shutting down'), { code: '57P03' }),
	],
	['not there', Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })],
	['reset', Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' })],
] as const;

/** Lets the data base fail from the n-th reading on, so many times. */
function failAt(first: number, times: number, error: Error): void {
	const read = CredentialStore.prototype.getDecrypted;
	let readings = 0;
	jest.spyOn(CredentialStore.prototype, 'getDecrypted').mockImplementation(async function (
		this: CredentialStore,
		...args
	) {
		readings++;
		if (readings >= first && readings < first + times) throw error;
		return await read.apply(this, args);
	});
}

afterEach(() => void takeLogs());

describe.each(WORDS)('a data base that is %s', (_, error) => {
	it('fails no look-up when it is back', async () => {
		failAt(5, 8, error);
		const result = await lookUp(platform.simulator, 40);
		expect(messagesOf(result)).toEqual([]);
		expect(answered(result)).toBe(40);
		expect(platform.simulator.stats.countsByRoute.getCalledInfo).toBe(40);
	});

	it('leaves no number unknown, and none twice', async () => {
		failAt(4, 2, error);
		const items = Array.from(
			{ length: 100 },
			(__, index): IDataObject => ({
				called: String(13_000_000_000 + index),
			}),
		);
		const result = await run(platform.simulator, {
			parameters: { ...OPERATIONS.callDataAdd, calledNumber: '={{ $json.called }}' },
			items,
			onError: 'continueRegularOutput',
		});
		expect(result.items.filter(errorIn)).toEqual([]);
		const book = platform.simulator.data.callData[CAMPAIGN_IDS.empty] ?? [];
		expect(book.map(({ called }) => called)).toEqual(items.map(({ called }) => called));
	});

	it('is named when it stays away', async () => {
		failAt(2, Infinity, error);
		const result = await lookUp(platform.simulator, 5);
		expect(reasonsOf(result)).toEqual([
			expect.stringMatching(/^n8n could not read the credential for the request; tried 5 times/),
		]);
		expect(errorIn(result.items[0])?.description).toMatch(/Nothing was sent.*data base/);
		expect(platform.simulator.stats.requests).toBe(0);
	});
});
