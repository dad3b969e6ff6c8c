/**
 * What `npm start` and `npm run start:queue` have in common: what comes before n8n starts, and what
 * is shown once it runs.
 */

const settings = require('../settings');
const { isEnding } = require('../lib/cleanup');
const { step } = require('../lib/progress');
const { table } = require('../lib/table');
const {
	describeNumbers,
	describeSimulator,
	sampleSubscribers,
	startSimulatorHere,
} = require('../simulator');
const { N8nApi } = require('./api');
const { addDemoRows } = require('./demo-rows');
const {
	TABLES,
	alarmUrl,
	faultCheckUrl,
	mcpUrl,
	runSync,
	sendAlert,
	wallboardUrl,
} = require('./examples');
const { takeHome } = require('./home');
const { installN8n } = require('./install');
const { installNodePackage, packNodePackage } = require('./node-package');
const { setUp } = require('./set-up');

/**
 * Installs n8n, and the packed node in a user folder for it.
 *
 * @param {string} wantedHome
 */
async function prepare(wantedHome) {
	const installation = await installN8n();
	const tarball = await step('Building and packing the node', packNodePackage);
	const home = takeHome(wantedHome);
	await step('Installing the node in n8n', () => installNodePackage(tarball, home));
	return { installation, home };
}

/**
 * Connects a running n8n with the simulator, runs the examples and waits until it ends.
 *
 * @param {Awaited<ReturnType<typeof prepare>>} prepared
 * @param {import('./server').Server} server
 * @param {{ once: boolean, details?: string }} options `once` ends after the examples ran;
 *   `details` are shown with the addresses
 * @returns {Promise<number>} exit code
 */
async function present({ installation, home }, server, { once, details = '' }) {
	const simulator = await step('Starting the simulator', startSimulatorHere);
	const api = new N8nApi(server.url, installation);
	const workflowIds = await step(
		'Setting up the account, the credentials and the examples',
		async () => {
			const ids = await setUp(api, simulator, home);
			await addDemoRows(api);
			return ids;
		},
	);
	const complete = await showExamples(api, server.url, simulator, workflowIds).catch((error) => {
		console.error(`\n✗ ${error instanceof Error ? error.message : error}`);
		return false;
	});
	if (once) return complete ? 0 : 1;
	console.log(`${describeN8n(server, workflowIds)}${details}`);
	console.log(`\n${describeSimulator(simulator)}\n\n${await describeNumbers()}`);
	console.log(describeTrials(server.url));
	const exitCode = await server.ended;
	if (!isEnding()) console.error(`n8n ended by itself (${exitCode}), see ${server.logFile}`);
	return 1;
}

/**
 * Runs both examples and shows what came out of them.
 *
 * @param {N8nApi} api
 * @param {string} n8nUrl
 * @param {import('./set-up').Simulator} simulator
 * @param {Record<string, string>} workflowIds
 * @returns {Promise<boolean>} whether it is all that the simulator has
 */
async function showExamples(api, n8nUrl, simulator, workflowIds) {
	const lists = await step('Running the example "sync hotlines and result codes"', () =>
		runSync(api, workflowIds),
	);
	const checks = await step('Running the example "alert-triggered fault check"', async () => {
		const results = [];
		for (const { msisdn, expected } of sampleSubscribers(simulator)) {
			results.push({ msisdn, expected, ...(await sendAlert(n8nUrl, { msisdn })) });
		}
		return results;
	});
	const { accessCodes, obsResultCodes } = lists;
	const { data } = simulator;
	const wanted = [data.accessCodes.length, data.obsResultCodes.length];
	console.log(`
What the examples have found
  ${accessCodes.read} access codes and ${obsResultCodes.read} OBS result codes
${checks.map(({ msisdn, body }) => `  subscriber ${msisdn} ${describeAnswer(body)}`).join('\n')}

${table(
	['Sync hotlines and result codes', 'in AICC', 'read', 'stored', 'rows now', 'data table'],
	[
		['Access codes', wanted[0] ?? 0, ...numbers(accessCodes), TABLES.accessCodes],
		['OBS result codes', wanted[1] ?? 0, ...numbers(obsResultCodes), TABLES.obsResultCodes],
	],
)}
`);
	const complete =
		[accessCodes, obsResultCodes].every((list, index) =>
			numbers(list).every((number) => number === wanted[index]),
		) &&
		checks.every(({ expected, body }) => (body.checked ? body.affected : 'error') === expected);
	if (!complete) console.error('✗ The examples did not give the complete result.');
	return complete;
}

/**
 * @param {import('./server').Server} server
 * @param {Record<string, string>} workflowIds
 */
function describeN8n({ url, logFile }, workflowIds) {
	const workflows = Object.entries(workflowIds).map(
		([file, id]) => `    ${url}/workflow/${id}   ${file}${NEEDS[file] ?? ''}`,
	);
	return `
n8n is open at ${url}
  Sign in as        ${settings.owner.email}
  Password          ${settings.owner.password}
  Data tables       ${url}/home/datatables
  Log               ${logFile}
  Example workflows
${workflows.join('\n')}`;
}

/**
 * What an example needs that the simulator cannot give.
 *
 * @type {Record<string, string>}
 */
const NEEDS = {
	'ask-the-contact-centre.json': ' (needs a chat model of your own, such as an OpenAI key)',
};

/** @param {string} url */
function describeTrials(url) {
	return `
What to try
  Open the wallboard in a browser:
    ${wallboardUrl(url)}
  Connect an assistant that speaks MCP (Streamable HTTP) and ask it who is free in queue 17:
    ${mcpUrl(url)}
    with the header  Authorization: Bearer ${settings.mcpToken}
  Open an example workflow, double-click a Huawei AICC node, choose another operation and press
  "Execute step".
  Send an alert to the fault check:
    curl ${faultCheckUrl(url)} -H 'Content-Type: application/json' -d '{"msisdn":"6680512100869"}'
  Fill a campaign: execute fill-a-campaign.json twice (the first time makes the table), wait ten
  seconds for the calls, execute results-into-the-table.json and look at the data table.
  Execute do-not-call-sync.json: its list has three people, one of them blocked for one category.
  Send an alarm: execute alarm-calls-the-engineer.json from "Start by hand" (makes a duty list), then
    curl ${alarmUrl(url)} -H 'Content-Type: application/json' -d '{"text":"Link 7 is down"}'
  The first one does not answer; look at the data table "Huawei AICC alarm calls".
  Execute agents-in-step-with-the-hr-list.json: of the agents on its list one has another name, and
  one has left.

Ctrl-C ends everything.`;
}

/** @param {import('./examples').SyncedList} list */
function numbers({ read, stored, rows }) {
	return [read, stored, rows.length];
}

/** @param {import('./api').Row} body */
function describeAnswer({ checked, affected, causes, message }) {
	if (!checked) return `gave an error: ${message}`;
	if (!affected) return 'has no mass fault';
	const rules = Array.isArray(causes) ? causes : [];
	return `has a mass fault: ${rules.map(({ reflectionRule }) => reflectionRule).join('; ')}`;
}

module.exports = { prepare, present };
