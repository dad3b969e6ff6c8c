/** Reading n8n's data tables. */

const PAGE_SIZE = 100;

/**
 * All rows of a data table, read page by page.
 *
 * @typedef {import('./api').Row} Row
 *
 * @param {import('./api').N8nApi} api
 * @param {string} name
 * @returns {Promise<Row[]>} none when there is no such table
 */
async function dataTableRows(api, name) {
	/** @type {{ data: Array<{ id: string, name: string }> }} */
	const tables = await api.call('GET', `/rest/data-tables-global?take=${PAGE_SIZE}`);
	const table = tables.data.find((candidate) => candidate.name === name);
	if (!table) return [];
	/** @type {{ id: string }} */
	const project = await api.call('GET', '/rest/projects/personal');
	const path = `/rest/projects/${project.id}/data-tables/${table.id}/rows`;
	/** @type {Row[]} */
	const rows = [];
	for (;;) {
		const query = `take=${PAGE_SIZE}&skip=${rows.length}&sortBy=id:asc`;
		/** @type {{ data: Row[], count: number }} */
		const page = await api.call('GET', `${path}?${query}`);
		rows.push(...page.data);
		if (page.data.length === 0 || rows.length >= page.count) return rows;
	}
}

module.exports = { dataTableRows };
