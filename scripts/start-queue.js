/**
 * `npm run start:queue`: what `npm start` shows, on n8n's queue mode: a main process, two workers,
 * Redis and PostgreSQL.
 */

const { isEnding } = require('./lib/cleanup');
const { prepare, present } = require('./n8n/presentation');
const { startCluster } = require('./queue/cluster');
const { requireServers } = require('./queue/servers');
const settings = require('./settings');

/** @param {string[]} args `--once` ends after the examples ran */
async function run(args) {
	requireServers();
	const prepared = await prepare(settings.queueHomeFolder);
	const { main, workers, servers } = await startCluster(prepared.installation, {
		userFolder: prepared.home,
		port: settings.ports.n8n,
	});
	for (const { ended, logFile } of workers) {
		void ended.then((exitCode) => {
			if (!isEnding()) console.error(`A worker ended by itself (${exitCode}), see ${logFile}`);
		});
	}
	return await present(prepared, main, {
		once: args.includes('--once'),
		details: describeCluster(workers, servers),
	});
}

/**
 * @param {import('./queue/cluster').Process[]} workers
 * @param {string[]} servers
 */
function describeCluster(workers, servers) {
	return [
		'',
		'  Workers',
		...workers.map(({ pid, logFile }) => `    process ${pid}   ${logFile}`),
		'  Servers',
		...servers.map((server) => `    ${server}`),
	].join('\n');
}

module.exports = { run };
