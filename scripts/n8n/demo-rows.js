/** The rows that the demo's tables begin with, so that each example has something to do. */

const { addDataTableRows, makeDataTable } = require('./data-table');

const DO_NOT_CALL = 'Huawei AICC do-not-call list';

/** The last one is on the simulator's blocklist already, but for one category of campaigns only. */
const DO_NOT_CALL_ROWS = [
	{ number: '13600000021', reason: 'complaint of 3 March', until: null },
	{ number: ' 136 0000 0022 ', reason: 'asked by mail', until: null },
	{ number: '13900000005', reason: 'asked not to be called by anybody', until: null },
];

/**
 * Makes the do-not-call list unless there is one.
 *
 * @param {import('./api').N8nApi} api
 */
async function addDemoRows(api) {
	const columns = /** @type {const} */ ({ number: 'string', reason: 'string', until: 'date' });
	const isNew = await makeDataTable(api, DO_NOT_CALL, columns);
	if (isNew) await addDataTableRows(api, DO_NOT_CALL, DO_NOT_CALL_ROWS);
}

module.exports = { addDemoRows };
