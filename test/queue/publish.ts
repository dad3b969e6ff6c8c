import { until } from '../../scripts/lib/until';
import type { Workflow } from '../../scripts/n8n/api';
import type { startFreshCluster } from '../../scripts/queue/fresh';

/**
 * Publishes a workflow and waits until its webhook takes requests: n8n says a moment before that it is
 * published.
 *
 * @param path of its webhook, if it has one
 * @returns its id
 */
export async function publish(
	{ api, cluster }: Awaited<ReturnType<typeof startFreshCluster>>,
	workflow: Workflow,
	path?: string,
): Promise<string> {
	const { id } = await api.saveWorkflow(workflow);
	await api.activateWorkflow(id);
	if (path === undefined) return id;
	await until('the webhook is there', async () => {
		// Of a path that it knows it says which method is wanted.
		const answer = await fetch(`${cluster.main.url}/webhook/${path}`);
		return (await answer.text()).includes('for GET requests');
	});
	return id;
}
