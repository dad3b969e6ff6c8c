/** The rows that the demo's tables begin with, so that each example has something to do. */

const { addDataTableRows, makeDataTable } = require('./data-table');

const DO_NOT_CALL = 'Huawei AICC do-not-call list';

/** The last one is on the simulator's blocklist already, but for one category of campaigns only. */
const DO_NOT_CALL_ROWS = [
	{ number: '13600000021', reason: 'complaint of 3 March', until: null },
	{ number: ' 136 0000 0022 ', reason: 'asked by mail', until: null },
	{ number: '13900000005', reason: 'asked not to be called by anybody', until: null },
];

const HR_LIST = 'Huawei AICC HR list';

const HR_COLUMNS = /** @type {const} */ ({
	userAccount: 'string',
	userName: 'string',
	email: 'string',
	skills: 'string',
	status: 'string',
});

/** Of the simulator's agents one has another name here, one has left, and one is as there. */
const HR_ROWS = [
	{ userAccount: 'agent001', userName: 'Ann Example', skills: 'Sales 1', status: 'active' },
	{ userAccount: 'agent002', userName: 'Agent 002', skills: 'Support 2', status: 'left' },
	{ userAccount: 'agent003', userName: 'Agent 003', skills: 'Billing 3', status: 'active' },
];

/**
 * Makes the tables unless they are there.
 *
 * @param {import('./api').N8nApi} api
 */
async function addDemoRows(api) {
	await addRows(
		api,
		DO_NOT_CALL,
		{ number: 'string', reason: 'string', until: 'date' },
		DO_NOT_CALL_ROWS,
	);
	await addRows(api, HR_LIST, HR_COLUMNS, HR_ROWS);
}

/**
 * @param {import('./api').N8nApi} api
 * @param {string} name
 * @param {Parameters<typeof makeDataTable>[2]} columns
 * @param {import('./api').Row[]} rows
 */
async function addRows(api, name, columns, rows) {
	const isNew = await makeDataTable(api, name, columns);
	if (isNew) await addDataTableRows(api, name, rows);
}

module.exports = { addDemoRows };
