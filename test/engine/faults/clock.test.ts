import './time';
import { OPERATIONS } from '../fixtures';
import {
	failed,
	lookUp,
	messagesOf,
	reasonsOf,
	newTenant,
	rememberedHosts,
	run,
	usePlainSimulator,
} from './faults';

const platform = usePlainSimulator();

const MINUTES_OFF = [40, -40];

/** Credentials whose signatures the platform refuses. */
function withAnotherKey(): ReturnType<typeof newTenant> {
	const credentials = newTenant(platform.simulator);
	credentials.huaweiAiccAkSkApi.secretKey = platform.simulator.account.appSecret;
	return credentials;
}

/** More than are begun before the first one is done, which is 100: some are still to be begun. */
const MANY = 130;

describe.each(MINUTES_OFF)('a platform whose clock is %i minutes ahead', (minutes) => {
	beforeEach(() => {
		platform.simulator.behaviour.clockOffsetSeconds = minutes * 60;
	});

	// The promise is of 500; the other direction differs in a sign.
	const count = minutes > 0 ? 500 : MANY;

	it(`answers ${count} signed requests with few more`, async () => {
		const { simulator } = platform;
		const result = await lookUp(simulator, count, { parameters: OPERATIONS.externalResult });
		expect(messagesOf(result)).toEqual([]);
		expect(result.rows).toHaveLength(count);
		expect(result.rows.every(({ defId }) => defId === '1402245659')).toBe(true);
		expect(simulator.stats.countsByRoute.queryObsResultDetail).toBeGreaterThan(count);
		expect(simulator.stats.countsByRoute.queryObsResultDetail).toBeLessThanOrEqual(count + 10);
		expect(rememberedHosts()).toBe(0);
	});

	it('gives a list', async () => {
		const { simulator } = platform;
		const { rows, error } = await run(simulator, { parameters: OPERATIONS.obsResultCodes });
		expect(error).toBeUndefined();
		expect(rows).toHaveLength(simulator.data.obsResultCodes.length);
		expect(simulator.stats.countsByRoute.queryOBSResultCode).toBe(4);
	});

	it('and that refuses all the same is told with the difference', async () => {
		const { simulator } = platform;
		const credentials = withAnotherKey();
		const parameters = OPERATIONS.externalResult;
		const result = await lookUp(simulator, MANY, { parameters, credentials });
		const direction = minutes > 0 ? 'behind' : 'ahead of';
		expect(reasonsOf(result)).toEqual([
			expect.stringContaining(`The clock here is 40 minutes ${direction} the server's`),
		]);
		expect(failed(result)).toBe(MANY);
		expect(simulator.stats.countsByRoute.queryObsResultDetail).toBeLessThanOrEqual(40);
	});

	it('makes no difference for a bearer token', async () => {
		const { simulator } = platform;
		expect(messagesOf(await lookUp(simulator, 20))).toEqual([]);
		expect(simulator.stats.countsByRoute.getCalledInfo).toBe(20);
		simulator.faults = [{ kind: 'status', status: 401, route: 'getCalledInfo', times: 0 }];
		const [message] = messagesOf(await lookUp(simulator, 1));
		expect(message).toContain('HTTP 401');
		expect(message).not.toMatch(/clock/i);
	});
});

describe('a platform whose clock is right', () => {
	it('and that refuses the signature is not said to differ', async () => {
		const { simulator } = platform;
		const credentials = withAnotherKey();
		const parameters = OPERATIONS.externalResult;
		const result = await lookUp(simulator, MANY, { parameters, credentials });
		expect(reasonsOf(result)).toEqual([expect.stringContaining('HTTP 401')]);
		expect(messagesOf(result)[0]).not.toContain('minutes');
		expect(simulator.stats.countsByRoute.queryObsResultDetail).toBeLessThanOrEqual(20);
	});

	it('and whose date makes no sense changes nothing', async () => {
		const { simulator } = platform;
		const headers = { date: 'some day' };
		simulator.faults = [{ kind: 'status', status: 401, route: 'queryObsResultDetail', headers }];
		const parameters = OPERATIONS.externalResult;
		const result = await lookUp(simulator, 3, { parameters });
		expect(reasonsOf(result)).toEqual([expect.stringContaining('HTTP 401')]);
		expect(simulator.stats.countsByRoute.queryObsResultDetail).toBe(3);
	});

	it('is used again as soon as the clocks agree', async () => {
		const { simulator } = platform;
		simulator.behaviour.clockOffsetSeconds = 2400;
		const parameters = OPERATIONS.externalResult;
		await lookUp(simulator, 3, { parameters });
		simulator.behaviour.clockOffsetSeconds = 0;
		const before = simulator.stats.countsByRoute.queryObsResultDetail ?? 0;
		expect(messagesOf(await lookUp(simulator, 3, { parameters }))).toEqual([]);
		expect(simulator.stats.countsByRoute.queryObsResultDetail).toBe(before + 3);
	});
});
