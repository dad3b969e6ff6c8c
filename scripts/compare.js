/**
 * `npm run compare`: the node beside n8n's HTTP Request node with a hand-made token step, in a real
 * n8n, with the same data; and what one n8n process can do. Prints the tables of docs/scaling.md.
 */

const fs = require('node:fs');
const { variants } = require('./compare/workflows');
const { step } = require('./lib/progress');
const { markdownTable } = require('./lib/table');
const { packForFreshHomes, startFreshN8n } = require('./n8n/fresh');
const { installN8n } = require('./n8n/install');
const { simulatorCredentials } = require('./n8n/set-up');
const { startSimulatorHere } = require('./simulator');

const ITEMS = 200;
const SERVICE_MS = 200;
const PLATFORM_LIMIT = 10;
const AT_ONCE = 3;

const MANY_ITEMS = 2_000;
const SMALL_EXECUTIONS = 100;
const SMALL_AT_ONCE = 5;
/** Of the kernel's count of processor time. */
const TICK_MS = 10;

/**
 * @typedef {Awaited<ReturnType<typeof startFreshN8n>>} N8n
 * @typedef {import('./n8n/set-up').Simulator} Simulator
 * @typedef {import('./compare/workflows').Variant} Variant
 */

/** @param {number} count */
function numbersOf(count) {
	return Array.from({ length: count }, (_, index) => String(7_000_000 + index));
}

/** @param {string} number */
function targetOf(number) {
	return `0${number}`;
}

/**
 * Looks the numbers up in one execution and counts the right answers.
 *
 * @param {N8n} n8n
 * @param {Variant} variant
 * @param {string[]} numbers
 * @returns {Promise<number>}
 */
async function lookUp(n8n, { path, answerOf }, numbers) {
	const response = await fetch(`${n8n.url}/webhook/${path}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ numbers }),
	});
	const items = await response.json();
	if (!Array.isArray(items)) return 0;
	return numbers.filter((number, index) => answerOf(items[index] ?? {}) === targetOf(number))
		.length;
}

/**
 * @param {N8n} n8n
 * @param {Simulator} simulator
 * @param {Variant} variant
 * @param {number} atOnce executions
 */
async function compareOne(n8n, simulator, variant, atOnce) {
	const { stats } = simulator;
	Object.assign(stats, { tokenRequests: 0, overloads: 0, requests: 0 });
	const numbers = numbersOf(ITEMS);
	const started = performance.now();
	const right = await Promise.all(
		Array.from({ length: atOnce }, () => lookUp(n8n, variant, numbers)),
	);
	const seconds = (performance.now() - started) / 1000;
	const answered = right.reduce((sum, count) => sum + count, 0);
	return [
		variant.title,
		String(atOnce),
		`${seconds.toFixed(1)} s`,
		`${ITEMS * atOnce - answered} of ${ITEMS * atOnce}`,
		String(stats.tokenRequests),
		String(stats.overloads),
		String(variant.nodes),
		String(variant.expressions),
	];
}

/**
 * Processor time that a process has used, in milliseconds.
 *
 * @param {number} pid
 */
function processorTime(pid) {
	const text = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
	const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
	return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

/**
 * @param {N8n} n8n
 * @param {() => Promise<unknown>} work
 */
async function measured(n8n, work) {
	const processorBefore = processorTime(n8n.pid);
	const started = performance.now();
	await work();
	const time = performance.now() - started;
	return { time, processor: processorTime(n8n.pid) - processorBefore };
}

/**
 * How many look-ups a second one process makes, and what they and an execution cost it.
 *
 * @param {N8n} n8n
 * @param {Simulator} simulator
 * @param {Variant} own
 */
async function measureProcess(n8n, simulator, own) {
	const rows = [];
	const numbers = numbersOf(MANY_ITEMS);
	simulator.behaviour.maxConcurrent = 0;
	for (const [delayMs, limit] of [
		[SERVICE_MS, 10],
		[SERVICE_MS, 50],
		[0, 10],
		[0, 50],
	]) {
		await setLimit(n8n, simulator, Number(limit));
		simulator.behaviour.delayMs = Number(delayMs);
		const { time, processor } = await measured(n8n, () => lookUp(n8n, own, numbers));
		rows.push([
			`1 execution of ${MANY_ITEMS} look-ups`,
			`${delayMs} ms`,
			String(limit),
			((MANY_ITEMS / time) * 1000).toFixed(0),
			(processor / MANY_ITEMS).toFixed(1),
		]);
	}
	const perWorker = Array.from({ length: SMALL_EXECUTIONS / SMALL_AT_ONCE });
	const { time, processor } = await measured(n8n, () =>
		Promise.all(
			Array.from({ length: SMALL_AT_ONCE }, async () => {
				for (const _ of perWorker) await lookUp(n8n, own, numbersOf(1));
			}),
		),
	);
	rows.push([
		`${SMALL_EXECUTIONS} executions of 1 look-up`,
		'0 ms',
		'50',
		((SMALL_EXECUTIONS / time) * 1000).toFixed(0),
		(processor / SMALL_EXECUTIONS).toFixed(1),
	]);
	return rows;
}

/**
 * @param {N8n} n8n
 * @param {Simulator} simulator
 * @param {number} maxConcurrentRequests
 */
async function setLimit(n8n, simulator, maxConcurrentRequests) {
	const { token } = simulatorCredentials(simulator);
	const data = { ...token.data, maxConcurrentRequests };
	return await n8n.api.saveCredential({ ...token, data });
}

async function run() {
	await installN8n();
	await packForFreshHomes();
	const simulator = await startSimulatorHere();
	const numbers = numbersOf(MANY_ITEMS).map((number) => [
		number,
		{ retCode: '0', retMsg: 'success', result: { devType: 1, called: targetOf(number) } },
	]);
	simulator.data.calledNumbers = Object.fromEntries(numbers);
	const n8n = await step('Starting n8n', () => startFreshN8n('compare', simulator));
	const all = variants(simulator, await setLimit(n8n, simulator, PLATFORM_LIMIT));
	for (const { workflow } of all) {
		await n8n.api.activateWorkflow((await n8n.api.saveWorkflow(workflow)).id);
	}
	Object.assign(simulator.behaviour, { delayMs: SERVICE_MS, maxConcurrent: PLATFORM_LIMIT });
	const rows = [];
	for (const variant of all) {
		for (const atOnce of [1, AT_ONCE]) {
			const work = () => compareOne(n8n, simulator, variant, atOnce);
			rows.push(await step(`${variant.title}, ${atOnce} at once`, work));
		}
	}
	const [own] = all;
	const figures = own
		? await step('What one process can do', () => measureProcess(n8n, simulator, own))
		: [];
	await n8n.stop();
	console.log(`
${ITEMS} look-ups an execution, the service takes ${SERVICE_MS} ms for each and ${PLATFORM_LIMIT} at once:

${markdownTable(
	[
		'Built with',
		'executions at once',
		'time',
		'failed items',
		'token requests',
		'refused requests',
		'nodes',
		'expressions',
	],
	rows,
)}

One n8n process, node Huawei AICC:

${markdownTable(
	[
		'Work',
		'service takes',
		'Max Concurrent Requests',
		'look-ups a second',
		'processor ms for each',
	],
	figures,
)}`);
	return 0;
}

module.exports = { run };
