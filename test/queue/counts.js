/** What became of pushed results, counted. */

const fs = require('node:fs');

/**
 * How many results a trigger dropped because they had been pushed before, as the logs say. n8n must
 * log with the level `info`.
 *
 * @param {import('../../scripts/n8n/server').Process[]} processes
 * @param {string} trigger its name
 */
function droppedRepeats(processes, trigger) {
	const line = new RegExp(`${trigger} took .* left out by .*, (\\d+) pushed before`, 'g');
	const logs = processes.map(({ logFile }) => fs.readFileSync(logFile, 'utf8'));
	return logs
		.flatMap((log) => [...log.matchAll(line)])
		.reduce((sum, [, count]) => sum + Number(count), 0);
}

/**
 * Prints how many of the results started the workflow once, and how many again.
 *
 * @param {string} trigger its name
 * @param {number} pushed how many were pushed, repeats too
 * @param {number[]} starts how often each result has started the workflow
 */
function tellStarts(trigger, pushed, starts) {
	const times = [...new Set(starts)].sort();
	const counts = times.map((time) => `${starts.filter((one) => one === time).length} × ${time}`);
	const line = `  ${trigger}: ${starts.length} results, pushed ${pushed} times; started ${counts.join(', ')}`;
	process.stdout.write(`${line}\n`);
}

module.exports = { droppedRepeats, tellStarts };
