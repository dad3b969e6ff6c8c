import { until } from '../../scripts/lib/until';
import type { startSimulator } from '../../simulator';

type Simulator = Awaited<ReturnType<typeof startSimulator>>;

/**
 * Pushes to a trigger in n8n until all of it is taken, as the platform does: n8n turns away what
 * comes while its data base is slow to answer.
 *
 * @param callback operationId of what is pushed
 * @throws with what was answered when it is never taken
 */
export async function pushUntilTaken(
	simulator: Simulator,
	callback: string,
	url: string,
	asked: Parameters<Simulator['push']>[2],
): Promise<void> {
	let pushes: Awaited<ReturnType<Simulator['push']>> = [];
	const isTaken = async () => {
		pushes = await simulator.push(callback, url, asked);
		return pushes.every((push) => push.isTaken);
	};
	await until('the push is taken', isTaken).catch((error: Error) => {
		throw new Error(`${error.message}: ${JSON.stringify(pushes)}`);
	});
}
