import { simulatorCredentials } from '../../scripts/n8n/set-up';
import { executionsOf, startFreshCluster } from '../../scripts/queue/fresh';
import { CAMPAIGN_IDS, startSimulator } from '../../simulator';
import { publish } from './publish';
import { fillWorkflow } from './workflows';

/** Three workers fill the same campaign at once, which takes one request a second. */
const WORKERS = 3;
/** Several requests of twenty. */
const NUMBERS_OF_EACH = 160;
const FIRST_NUMBER = 13_500_000_000;

const PATH = 'fill';

let simulator: Awaited<ReturnType<typeof startSimulator>>;
let n8n: Awaited<ReturnType<typeof startFreshCluster>>;

beforeAll(async () => {
	simulator = await startSimulator();
	n8n = await startFreshCluster('queue-fills', simulator, {
		workers: WORKERS,
		executionsPerWorker: 1,
	});
	const akSk = await n8n.api.saveCredential(simulatorCredentials(simulator).akSk);
	await publish(n8n, fillWorkflow(PATH, CAMPAIGN_IDS.empty, akSk), PATH);
});

afterAll(async () => {
	await n8n?.cluster.stop();
	await simulator?.stop();
});

/** @returns the numbers that the node says it has added */
async function fill(numbers: string[]): Promise<unknown> {
	const response = await fetch(`${n8n.cluster.main.url}/webhook/${PATH}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ numbers }),
	});
	const items = (await response.json()) as Array<{ called: string }>;
	return { status: response.status, called: items.map(({ called }) => called) };
}

it('has every number once when three workers fill it, and each of them is told of its own', async () => {
	const shares = Array.from({ length: WORKERS }, (_, share) =>
		Array.from({ length: NUMBERS_OF_EACH }, (_each, index) =>
			String(FIRST_NUMBER + share * NUMBERS_OF_EACH + index),
		),
	);
	const answers = await Promise.all(shares.map(fill));
	expect(answers).toEqual(shares.map((called) => ({ status: 200, called })));

	for (const worker of n8n.cluster.workers) {
		expect(executionsOf(worker).started).not.toHaveLength(0);
	}
	expect(simulator.stats.countsByRoute.addCalldata).toBeGreaterThan(
		WORKERS * (NUMBERS_OF_EACH / 20),
	);
	const book = simulator.data.callData[CAMPAIGN_IDS.empty] ?? [];
	expect(book.map(({ called }) => called).sort()).toEqual(shares.flat());
});
