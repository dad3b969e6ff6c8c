/** What came out of an execution, from what n8n stores of it. */

/**
 * @typedef {import('./api').Row} Row
 * @typedef {{ data?: { main?: Array<Array<{ json: Row }> | null> } }} NodeRun
 * @typedef {{ resultData?: { runData?: Record<string, NodeRun[]>, error?: { message: string } } }}
 *   StoredData what n8n stores of an execution
 */

/**
 * @param {string} status
 * @param {StoredData} data
 * @returns {import('./api').Execution}
 */
function toExecution(status, data) {
	const { runData = {}, error } = data.resultData ?? {};
	/** @type {Record<string, Row[]>} */
	const items = {};
	for (const [name, runs] of Object.entries(runData)) {
		const outputs = runs.flatMap((run) => run.data?.main ?? []);
		items[name] = outputs.flatMap((output) => (output ?? []).map(({ json }) => json));
	}
	return { status, error: error?.message, items };
}

module.exports = { toExecution };
