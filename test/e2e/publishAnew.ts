import type { N8nApi } from '../../scripts/n8n/api';
import { until } from '../../scripts/lib/until';

type Workflow = Awaited<ReturnType<N8nApi['workflow']>>;

/** What a workflow says to what it refuses, and n8n where there is none. */
const REFUSED = 400;
const UNKNOWN = 404;

/**
 * Publishes another version of a workflow with a webhook, and waits until it is the one that answers:
 * n8n says that it is published while the version before, or none, still does.
 *
 * @param answer to a request that the workflow refuses with 400
 */
export async function publishAnew(
	api: N8nApi,
	id: string,
	workflow: Workflow,
	answer: () => Promise<{ status: number }>,
): Promise<void> {
	const untilAnswered = async (wanted: number) =>
		await until(`the answer is ${wanted}`, async () => (await answer()).status === wanted);
	if (workflow.active) {
		await untilAnswered(REFUSED);
		await api.deactivateWorkflow(id);
	}
	await untilAnswered(UNKNOWN);
	await api.saveWorkflow(workflow, id);
	await api.activateWorkflow(id);
	await untilAnswered(REFUSED);
}
