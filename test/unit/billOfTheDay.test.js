/** How the example "bill of the day" reads the CSV files of a bill, without n8n. */

const { compileFunction } = require('node:vm');
const { nodes } = require('../../examples/bill-of-the-day.json');

const { jsCode = '' } =
	nodes.find(({ name }) => name === 'Last place of each call')?.parameters ?? {};
const read = compileFunction(jsCode, ['$']);

/** As AICC documents them. Source: vendor page cec_07_0831. */
const COLUMNS = [
	...['developer', 'account_id', 'cc_id', 'agent_id', 'call_id', 'caller_no', 'callee_no'],
	...['wait_begin', 'wait_end', 'ack_begin', 'ack_end', 'call_begin', 'call_end'],
	...['device_type', 'device_no', 'call_type', 'release_cause', 'call_id_num', 'vdn_id'],
	...['pre_device_type', 'pre_device_no'],
];
const OTHER_ORDER = [...COLUMNS].reverse();
const CALL_FIRST = ['call_id', ...COLUMNS.filter((column) => column !== 'call_id')];
const OF_RECORDINGS = [
	...['developer', 'account_id', 'cc_id', 'agent_id', 'call_id', 'caller_no', 'callee_no'],
	...['call_begin', 'call_end', 'file_name', 'task_status', 'task_result', 'original_file_name'],
	...['vdn_id', 'call_type', 'media_type', 'user_wanted_skill_id', 'current_skill_id'],
];

/**
 * The cells of a place where a call was.
 *
 * @param {string} callId
 * @param {number} number
 * @param {string[]} columns
 */
function place(callId, number, columns = COLUMNS) {
	/** @type {Record<string, string>} */
	const cells = {
		developer: 'made-up',
		cc_id: '1',
		agent_id: '101',
		call_id: callId,
		call_begin: '2026-01-15 10:00:05',
		call_id_num: String(number),
		vdn_id: '40',
		current_skill_id: String(number),
	};
	return columns.map((column) => cells[column] ?? '');
}

/**
 * What becomes of CSV files, as n8n reads them: a row has its cells by position, without empty ones.
 *
 * @param {string[][][]} files
 */
function lastPlaces(...files) {
	const items = files.flatMap((rows, item) =>
		rows.map((cells) => ({
			json: { row: Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell !== '')) },
			pairedItem: { item },
		})),
	);
	/** @type {Array<{ json: Record<string, string> }>} */
	const places = read(() => ({ all: () => items }));
	return places.map(({ json }) => json);
}

const BOTH = [
	{ call_id: 'a-1', call_begin: '2026-01-15 10:00:05' },
	{ call_id: 'a-2', call_begin: '2026-01-15 10:00:05' },
];

it.each([
	['documented', COLUMNS, COLUMNS],
	['turned round', OTHER_ORDER, OTHER_ORDER],
	['another, the call first', CALL_FIRST, CALL_FIRST],
	['another, in capitals', CALL_FIRST.map((column) => column.toUpperCase()), CALL_FIRST],
])('columns go by the heading line, whatever their order: %s', (_, heading, columns) => {
	const rows = [place('a-1', 1, columns), place('a-1', -1, columns), place('a-2', -1, columns)];
	expect(lastPlaces([heading, ...rows])).toMatchObject(BOTH);
});

it.each([
	[[CALL_FIRST, place('a-1', -1, CALL_FIRST)], [place('a-2', -1)]],
	[[place('a-1', -1)], [OTHER_ORDER, place('a-2', -1, OTHER_ORDER)]],
])('each CSV file has an order of its own, the documented one without a heading', (...files) => {
	expect(lastPlaces(...files)).toMatchObject(BOTH);
});

it('nothing of a bill is taken when one of its files has no place of a call', () => {
	const places = lastPlaces([place('a-1', -1)], [['minutes', '12']]);
	expect(places).toEqual([{ error: expect.stringContaining('none of the 1 rows') }]);
});

it.each([0, -1, 10])('a CSV file of recordings has no calls, whatever their skill: %p', (skill) => {
	const recordings = [OF_RECORDINGS, place('a-1', skill, OF_RECORDINGS)];
	const places = lastPlaces([COLUMNS, place('a-1', -1), place('a-2', -1)], recordings);
	expect(places).toMatchObject(BOTH);
});

it('a file with a heading line alone, or with nothing, has no calls', () => {
	expect(lastPlaces([COLUMNS], [])).toEqual([]);
});
