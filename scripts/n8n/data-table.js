/** Reading and writing n8n's data tables, as its own screens do. */

const PAGE_SIZE = 100;

/**
 * @typedef {import('./api').N8nApi} N8nApi
 * @typedef {import('./api').Row} Row
 */

/**
 * @param {N8nApi} api
 * @param {string} name
 * @returns {Promise<string | undefined>} the path of the table's interface
 */
async function findTable(api, name) {
	/** @type {{ data: Array<{ id: string, name: string }> }} */
	const tables = await api.call('GET', `/rest/data-tables-global?take=${PAGE_SIZE}`);
	const table = tables.data.find((candidate) => candidate.name === name);
	if (!table) return undefined;
	/** @type {{ id: string }} */
	const project = await api.call('GET', '/rest/projects/personal');
	return `/rest/projects/${project.id}/data-tables/${table.id}`;
}

/**
 * @param {N8nApi} api
 * @param {string} name
 */
async function tablePath(api, name) {
	const path = await findTable(api, name);
	if (path === undefined) throw new Error(`There is no data table "${name}"`);
	return path;
}

/**
 * Makes a data table unless there is one of this name.
 *
 * @param {N8nApi} api
 * @param {string} name
 * @param {Record<string, 'string' | 'number' | 'boolean' | 'date'>} columns types by name
 * @returns {Promise<boolean>} whether it was made
 */
async function makeDataTable(api, name, columns) {
	if ((await findTable(api, name)) !== undefined) return false;
	/** @type {{ id: string }} */
	const project = await api.call('GET', '/rest/projects/personal');
	await api.call('POST', `/rest/projects/${project.id}/data-tables`, {
		name,
		columns: Object.entries(columns).map(([column, type]) => ({ name: column, type })),
	});
	return true;
}

/**
 * All rows of a data table, read page by page.
 *
 * @param {N8nApi} api
 * @param {string} name
 * @returns {Promise<Row[]>} none when there is no such table
 */
async function dataTableRows(api, name) {
	const path = await findTable(api, name);
	if (path === undefined) return [];
	/** @type {Row[]} */
	const rows = [];
	for (;;) {
		const query = `take=${PAGE_SIZE}&skip=${rows.length}&sortBy=id:asc`;
		/** @type {{ data: Row[], count: number }} */
		const page = await api.call('GET', `${path}/rows?${query}`);
		rows.push(...page.data);
		if (page.data.length === 0 || rows.length >= page.count) return rows;
	}
}

/** @param {Row} columns */
function filterOf(columns) {
	const filters = Object.entries(columns).map(([columnName, value]) => ({
		columnName,
		condition: 'eq',
		value,
	}));
	return { type: 'and', filters };
}

/**
 * @param {N8nApi} api
 * @param {string} name
 * @param {Row[]} rows
 */
async function addDataTableRows(api, name, rows) {
	const path = `${await tablePath(api, name)}/insert`;
	await api.call('POST', path, { data: rows, returnType: 'count' });
}

/**
 * @param {N8nApi} api
 * @param {string} name
 * @param {Row} found what the columns of the rows to change have in them
 * @param {Row} data
 */
async function updateDataTableRows(api, name, found, data) {
	const path = `${await tablePath(api, name)}/rows`;
	await api.call('PATCH', path, { filter: filterOf(found), data });
}

/**
 * @param {N8nApi} api
 * @param {string} name
 * @param {Row} found what the columns of the rows to delete have in them
 */
async function deleteDataTableRows(api, name, found) {
	const filter = encodeURIComponent(JSON.stringify(filterOf(found)));
	await api.call('DELETE', `${await tablePath(api, name)}/rows?filter=${filter}`);
}

module.exports = {
	addDataTableRows,
	dataTableRows,
	deleteDataTableRows,
	makeDataTable,
	updateDataTableRows,
};
