/** What the simulator sends fits the description, or it says loudly that it does not. */
import axios from 'axios';

import { numbersToTry, startSimulator, type Simulator } from '../../simulator';
import { readDescription, type Schema } from '../../simulator/core/description';
import type * as interfacesModule from '../../simulator/core/interfaces';
import { Checks } from '../../simulator/core/validation';
import { goodRequest, isJson, sendTo, SIMULATED, useDescribed } from './simulatorDescribed';

const world = useDescribed();

describe.each(SIMULATED)('an answer of %s', (file) => {
	it('with a field that is not described does not fit', async () => {
		const operation = world.operationOf(file);
		const [{ ask } = { ask: {} }] = world.triesOf(file);
		const answer = await sendTo(world, operation, goodRequest(world, operation, ask));
		if (!isJson(answer)) return;
		const { status, data } = answer;
		const checks = new Checks(operation, world.description, true);
		expect(checks.misfit(status, data)).toBeUndefined();
		// Of some pages only a part was seen: anything may come along.
		const answerSchema = world.description.resolve<Schema>(operation.answers[status] ?? {});
		const isOpen = answerSchema.additionalProperties === true;
		const strange = checks.misfit(status, { ...data, strangeField: 1 });
		expect(strange).toEqual(isOpen ? undefined : expect.any(String));
		expect(checks.misfit(status, [])).toEqual(expect.any(String));
	});
});

describe('an answer that does not fit', () => {
	let simulator: Simulator;
	beforeEach(async () => {
		simulator = await startSimulator({ https: false });
		simulator.data.accessCodes = [{ ...simulator.data.accessCodes[0], id: 17 }] as never;
	});

	async function ask() {
		const operation = world.operationOf('fabric/queryAccessCodeList');
		return await sendTo({ ...world, simulator }, operation, {});
	}
	const MISFIT = /answer of queryAccessCodeList does not fit openapi\/: .*\/id must be string/;

	it('is an error that names the field, is kept, and makes the end fail', async () => {
		const { status, data } = await ask();
		expect(status).toBe(500);
		expect(data.message).toMatch(MISFIT);
		simulator.reset();
		expect(simulator.misfits).toEqual([expect.stringMatching(MISFIT)]);
		const kept = await axios.get(`${simulator.fabricUrl}/simulator/misfits`, { proxy: false });
		expect(kept.data).toEqual(simulator.misfits);
		await expect(simulator.stop()).rejects.toThrow(MISFIT);
	});

	it('may be none at all, when something in the file of an interface fails', async () => {
		simulator.data.accessCodes = undefined as never;
		expect((await ask()).data.message).toMatch(/file of queryAccessCodeList fails: TypeError/);
		await expect(simulator.stop()).rejects.toThrow(/TypeError/);
	});

	it('goes out when that is wanted', async () => {
		simulator.behaviour.checkAnswers = false;
		expect((await ask()).data.data.calledRouteList).toMatchObject([{ id: 17 }]);
		await simulator.stop();
	});

	it('is not pushed either', async () => {
		const [campaignId = '', [result] = []] = Object.entries(simulator.data.callResults)[0] ?? [];
		simulator.data.callResults = { [campaignId]: [{ ...result, vdnId: 'none' }] } as never;
		const MISPUSH = /push outboundResult does not fit openapi\/: .*vdnId/;
		const pushing = simulator.pushResults('http://127.0.0.1:1/', { campaignId });
		await expect(pushing).rejects.toThrow(MISPUSH);
		await expect(simulator.stop()).rejects.toThrow(MISPUSH);
	});
});

it('pushes nothing that is not simulated', async () => {
	await expect(world.simulator.push('somethingElse', 'http://127.0.0.1:1/')).rejects.toThrow(
		'The push somethingElse is not simulated',
	);
});

describe('what is worth trying', () => {
	it('is asked with fields that are described', async () => {
		const all = await numbersToTry();
		expect(all.length).toBeGreaterThan(SIMULATED.length);
		const strays = all.flatMap(({ operationId, ask }) => {
			const operation = world.description.interfaces.get(operationId);
			const body = world.description.resolve<Schema>(operation?.body ?? {});
			const parameters = operation?.parameters.map(({ name }) => name) ?? [];
			const known = [...parameters, ...Object.keys(body.properties ?? {})];
			const unknown = Object.keys(ask).filter((name) => !known.includes(name));
			return unknown.map((name) => `${operationId} has no field ${name}`);
		});
		expect(strays).toEqual([]);
	});
});

describe('a file that is named as no interface', () => {
	it('is told where it belongs', async () => {
		const description = await readDescription();
		const interfaces = new Map(description.interfaces);
		interfaces.delete('getCalledInfo');
		jest.isolateModules(() => {
			const { findInterfaces } = jest.requireActual<typeof interfacesModule>(
				'../../simulator/core/interfaces',
			);
			expect(() => findInterfaces({ ...description, interfaces })).toThrow(
				'simulator/fabric/getCalledInfo.ts: openapi/fabric has no getCalledInfo',
			);
		});
	});
});
