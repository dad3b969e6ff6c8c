/** Everything that can go wrong on demand goes wrong for every interface, simulated or not. */
import type { Fault } from '../../simulator';
import { codeOf, DESCRIBED, sendTo, useDescribed } from './simulatorDescribed';

const world = useDescribed({ accessCodes: 1, campaigns: 4, callResults: 4 });

/** Faults with what is answered, or why there is no answer. */
const FAULTS: Array<[Fault, object | string]> = [
	[{ kind: 'status', status: 503 }, { status: 503 }],
	[
		{ kind: 'status', status: 401, body: { error: 'x' } },
		{ status: 401, data: { error: 'x' } },
	],
	[
		{ kind: 'html', status: 403 },
		{ status: 403, data: expect.stringContaining('blocked') },
	],
	[
		{ kind: 'json', body: { odd: [null] } },
		{ status: 200, data: { odd: [null] } },
	],
	[
		{ kind: 'raw', body: '{"a":' },
		{ status: 200, data: '{"a":' },
	],
	[{ kind: 'cut' }, 'ECONNRESET'],
];

describe.each(DESCRIBED)('%s', (file) => {
	/** Asks once with a fault, which is over then. */
	async function answerTo(fault: Fault) {
		const operation = world.operationOf(file);
		world.simulator.faults = [{ ...fault, route: operation.operationId }];
		const answer = await sendTo(world, operation, {}).catch(
			(error: { code: string }) => error.code,
		);
		expect(world.simulator.faults[0]?.times).toBe(-1);
		return answer;
	}

	it('fails in every way', async () => {
		for (const [fault, expected] of FAULTS) {
			const answer = await answerTo(fault);
			if (typeof expected === 'string') expect(answer).toBe(expected);
			else expect(answer).toMatchObject(expected);
		}
	});

	it('answers late', async () => {
		const begun = Date.now();
		const late = await answerTo({ kind: 'delay', delayMs: 10 });
		expect(Date.now() - begun).toBeGreaterThanOrEqual(9);
		const { status, data } = await sendTo(world, world.operationOf(file), {});
		expect(late).toMatchObject({ status, data });
	});

	it('refuses with a code that it has, and says in its own way that one asks too fast', async () => {
		const operation = world.operationOf(file);
		const documented = Object.keys(operation.codes);
		const code = documented.at(-1);
		if (code !== undefined) {
			const answer = await answerTo({ kind: 'code', code });
			expect(codeOf(world, operation, answer as { data: unknown })).toBe(code);
		}
		const { status, data } = (await answerTo({ kind: 'tooFast' })) as {
			status: number;
			data: object;
		};
		if (status === 200) expect(documented).toContain(codeOf(world, operation, { data }));
		else expect(status).toBe(429);
	});
});

it('never answers on demand, whatever is asked', async () => {
	world.simulator.faults = [{ kind: 'hang', times: 0 }];
	const codes = DESCRIBED.map(async (file) => {
		const asked = sendTo(world, world.operationOf(file), {}, { timeout: 400 });
		return await asked.catch((error: { code: string }) => error.code);
	});
	expect(new Set(await Promise.all(codes))).toEqual(new Set(['ECONNABORTED']));
});

it('knows no fault for an interface that does not exist', () => {
	expect(() => {
		world.simulator.faults = [{ kind: 'cut', route: 'queryAcessCodeList' }];
	}).toThrow('openapi/ has no interface queryAcessCodeList');
});
