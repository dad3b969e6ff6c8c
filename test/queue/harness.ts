import { until } from '../../scripts/lib/until';
import { simulatorCredentials } from '../../scripts/n8n/set-up';
import type { ClusterOptions } from '../../scripts/queue/cluster';
import { startFreshCluster } from '../../scripts/queue/fresh';
import { startSimulator } from '../../simulator';
import { LookUps, seenIn, type Answer } from './lookUps';
import { publish } from './publish';
import { lookUpWorkflow, watchWorkflow } from './workflows';

/** How many requests the platform takes at once; each worker has the same number as its ceiling. */
const PLATFORM_LIMIT = 10;

/** How soon n8n finds out that a worker is dead; its own settings would take minutes. */
const LOCK_MS = 20_000;
const QUEUE_SETTINGS = {
	QUEUE_WORKER_LOCK_DURATION: String(LOCK_MS),
	QUEUE_WORKER_LOCK_RENEW_TIME: String(LOCK_MS / 4),
	QUEUE_WORKER_STALLED_INTERVAL: '10000',
	// With two connections, n8n's own number, a worker takes 40 seconds to find PostgreSQL again.
	DB_POSTGRESDB_POOL_SIZE: '10',
};

const LOOK_UP_PATH = 'look-ups';
const DEADLINE_MS = 240_000;

/** The newest ones, see `N8nApi.executions`. */
const LISTED_EXECUTIONS = 100;

export interface ListedExecution {
	id: string;
	status: string;
}

/** Executions that were asked for all at once. */
export interface Round {
	numbers: string[][];
	/** Epoch milliseconds. */
	startedAt: number;
	answers: Promise<Answer[]>;
	/** Look-ups that the service has answered since. */
	answered: () => number;
	/** Its executions that n8n has. */
	executions: () => Promise<ListedExecution[]>;
	/** The same once all have come to an end. */
	ended: () => Promise<ListedExecution[]>;
}

/**
 * A new n8n in queue mode with a simulator behind it, and two published workflows: look-ups, and a
 * trigger that polls.
 */
export async function startTestCluster(
	name: string,
	options: Pick<ClusterOptions, 'workers' | 'executionsPerWorker'> = {},
) {
	const simulator = await startSimulator();
	simulator.behaviour.maxConcurrent = PLATFORM_LIMIT;
	const n8n = await startFreshCluster(name, simulator, { ...options, env: QUEUE_SETTINGS });
	const { cluster } = n8n;
	const wanted = simulatorCredentials(simulator);
	const credentials = {
		token: await n8n.api.saveCredential(wanted.token),
		akSk: await n8n.api.saveCredential(wanted.akSk),
	};
	const lookUpId = await publish(n8n, lookUpWorkflow(LOOK_UP_PATH, credentials), LOOK_UP_PATH);
	const watchId = await publish(n8n, watchWorkflow(credentials));

	const lookUps = new LookUps(simulator, cluster, LOOK_UP_PATH);
	const lookUpExecutions = async (): Promise<ListedExecution[]> =>
		await n8n.api.executions(lookUpId);

	/** Begins to watch the executions of the look-ups. */
	const watchExecutions = async () => {
		const known = new Set((await lookUpExecutions()).map(({ id }) => id));
		const executions = async () => {
			const found = (await lookUpExecutions()).filter(({ id }) => !known.has(id));
			if (found.length >= LISTED_EXECUTIONS) throw new Error('There are more than n8n lists');
			return found;
		};
		/** @param neverBegun so many were lost before a worker began them: they stay new */
		const ended = async (neverBegun = 0) => {
			let found: ListedExecution[] = [];
			await until(
				'all executions have ended',
				async () => {
					// n8n lists running and ended ones by two queries: one that ends between them is in neither.
					const { length } = found;
					found = await executions();
					const hasEnded = ({ status }: ListedExecution) =>
						!['new', 'running', 'waiting'].includes(status);
					const open = found.filter((execution) => !hasEnded(execution));
					const isLost = ({ status }: ListedExecution) => status === 'new';
					return found.length === length && open.length === neverBegun && open.every(isLost);
				},
				DEADLINE_MS,
			);
			return found;
		};
		return { executions, ended };
	};

	return {
		simulator,
		cluster,
		n8n,
		watchId,
		lookUps,
		watchExecutions,
		startRound: async (count: number, lookUpsOfEach: number): Promise<Round> => {
			const watched = await watchExecutions();
			const numbers = Array.from({ length: count }, () => lookUps.newNumbers(lookUpsOfEach));
			const startedAt = Date.now();
			return {
				...watched,
				numbers,
				startedAt,
				answers: Promise.all(numbers.map(async (list) => await lookUps.ask(list))),
				answered: () => seenIn(simulator, { from: startedAt, to: Infinity }).answered,
			};
		},
		/** Starts the main process again, and signs in there. */
		restartMain: async () => {
			await cluster.restartMain();
			n8n.api = await n8n.signIn();
		},
		until: async (what: string, isSo: () => boolean | Promise<boolean>) =>
			await until(what, isSo, DEADLINE_MS),
		stop: async () => {
			await cluster.stop();
			await simulator.stop();
		},
	};
}

export type TestCluster = Awaited<ReturnType<typeof startTestCluster>>;
