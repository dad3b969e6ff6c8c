/** Every interface of the simulator does what its description says; nothing here names one. */
import {
	codeOf,
	DESCRIBED,
	goodRequest,
	isSuccess,
	neededFields,
	sendTo,
	SIMULATED,
	useDescribed,
} from './simulatorDescribed';

const world = useDescribed();

const notSimulated = DESCRIBED.filter((file) => !SIMULATED.includes(file));

describe.each(SIMULATED)('%s', (file) => {
	it('takes what is worth trying, and gives what is said of it', async () => {
		const operation = world.operationOf(file);
		for (const { ask, code, gives } of world.triesOf(file)) {
			world.simulator.reset();
			const answer = await sendTo(world, operation, goodRequest(world, operation, ask));
			const isRight =
				code === undefined
					? isSuccess(world, operation, answer)
					: codeOf(world, operation, answer) === code;
			expect({ gives, isRight, status: answer.status, data: answer.data }).toMatchObject({
				isRight: true,
				status: 200,
			});
		}
	});

	it('refuses a request without a field that must be there, in a documented way', async () => {
		const operation = world.operationOf(file);
		const [{ ask } = { ask: {} }] = world.triesOf(file);
		for (const name of neededFields(world, operation)) {
			world.simulator.reset();
			const rest = { ...goodRequest(world, operation, ask) };
			delete rest[name];
			const answer = await sendTo(world, operation, rest);
			const code = codeOf(world, operation, answer);
			const isDocumented =
				answer.status === 200
					? code !== undefined && code in operation.codes
					: answer.status in operation.answers || 'default' in operation.answers;
			const isTaken = isSuccess(world, operation, answer);
			expect({ name, isDocumented, isTaken, data: answer.data }).toMatchObject({
				isDocumented: true,
				isTaken: false,
			});
		}
	});

	it('refuses a field that it does not know, or passes over it, as its product does', async () => {
		const operation = world.operationOf(file);
		if (!operation.body) return;
		const [{ ask } = { ask: {} }] = world.triesOf(file);
		const fields = { ...goodRequest(world, operation, ask), strangeField: 1 };
		const isTaken = async () => {
			world.simulator.behaviour.minCallDataGapMs = 0;
			return isSuccess(world, operation, await sendTo(world, operation, fields));
		};
		const product = world.interfaces.products.get(operation.product);
		// Of some pages only a part was seen.
		const isOpen = operation.body.additionalProperties === true;
		expect(await isTaken()).toBe(isOpen || !product?.refusesUnknown);
		world.simulator.reset();
		world.simulator.behaviour.ignoresUnknown = true;
		expect(await isTaken()).toBe(true);
	});

	it('lets in nobody without a token or a signature', async () => {
		const operation = world.operationOf(file);
		const [{ ask } = { ask: {} }] = world.triesOf(file);
		const pass = { 'Content-Type': 'application/json; charset=UTF-8' };
		const answer = await sendTo(world, operation, goodRequest(world, operation, ask), { pass });
		expect(answer.status).toBe(operation.security === 'none' ? 200 : 401);
	});
});

it.each(notSimulated)('%s is not simulated, and says so', async (file) => {
	const operation = world.operationOf(file);
	const answer = await sendTo(world, operation, {});
	expect(answer.status).toBe(404);
	expect(answer.data).toEqual({ message: `${operation.operationId} is not simulated` });
	expect(world.simulator.stats.countsByRoute).toEqual({ [operation.operationId]: 1 });
});
