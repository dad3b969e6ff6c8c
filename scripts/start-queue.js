/**
 * `npm run start:queue`: what `npm start` shows, on n8n's queue mode: a main process, two workers,
 * Redis and PostgreSQL.
 */

const { isEnding } = require('./lib/cleanup');
const { step } = require('./lib/progress');
const { N8nApi } = require('./n8n/api');
const { takeHome } = require('./n8n/home');
const { installN8n } = require('./n8n/install');
const { installNodePackage, packNodePackage } = require('./n8n/node-package');
const { setUp } = require('./n8n/set-up');
const { startCluster } = require('./queue/cluster');
const { requireServers } = require('./queue/servers');
const { describeNumbers, describeSimulator, startSimulatorHere } = require('./simulator');
const settings = require('./settings');
const { describeN8n, describeTrials, showExamples } = require('./start');

/** @param {string[]} args `--once` ends after the examples ran */
async function run(args) {
	requireServers();
	const installation = await installN8n();
	const tarball = await step('Building and packing the node', packNodePackage);
	const home = takeHome(settings.queueHomeFolder);
	await step('Installing the node in n8n', () => installNodePackage(tarball, home));
	const { main, workers, servers } = await startCluster(installation, {
		userFolder: home,
		port: settings.ports.n8n,
	});
	const simulator = await step('Starting the simulator', startSimulatorHere);
	const api = new N8nApi(main.url, installation);
	const workflowIds = await step('Setting up the account, the credentials and the examples', () =>
		setUp(api, simulator, home),
	);
	const complete = await showExamples(api, main.url, simulator, workflowIds).catch((error) => {
		console.error(`\n✗ ${error instanceof Error ? error.message : error}`);
		return false;
	});
	if (args.includes('--once')) return complete ? 0 : 1;
	console.log(describeN8n(main, workflowIds));
	console.log(describeCluster(workers, servers));
	console.log(`\n${describeSimulator(simulator)}\n\n${describeNumbers(simulator)}`);
	console.log(describeTrials(main.url));
	for (const { ended, logFile } of workers) {
		void ended.then((exitCode) => {
			if (!isEnding()) console.error(`A worker ended by itself (${exitCode}), see ${logFile}`);
		});
	}
	const exitCode = await main.ended;
	if (!isEnding()) console.error(`n8n ended by itself (${exitCode}), see ${main.logFile}`);
	return 1;
}

/**
 * @param {import('./queue/cluster').Worker[]} workers
 * @param {string[]} servers
 */
function describeCluster(workers, servers) {
	return [
		'  Workers',
		...workers.map(({ pid, logFile }) => `    process ${pid}   ${logFile}`),
		'  Servers',
		...servers.map((server) => `    ${server}`),
	].join('\n');
}

module.exports = { run };
