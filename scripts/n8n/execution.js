/** What came out of an execution, from what n8n stores of it. */

/**
 * @param {string} status
 * @param {any} data as n8n stores it
 * @returns {import('./api').Execution}
 */
function toExecution(status, data) {
	const { runData = {}, error } = data?.resultData ?? {};
	/** @type {Record<string, import('./api').Row[]>} */
	const items = {};
	for (const [name, runs] of Object.entries(runData)) {
		for (const run of /** @type {any[]} */ (runs)) {
			const outputs = run.data?.main ?? [];
			(items[name] ??= []).push(
				...outputs.flatMap((/** @type {any[] | null} */ output) =>
					(output ?? []).map((item) => item.json),
				),
			);
		}
	}
	return { status, error: error?.message, items };
}

module.exports = { toExecution };
