/**
 * `npm run simulate:scale`: what several processes meet at one address, and the plans of
 * docs/scaling.md, simulated in seconds, as Markdown tables. With other numbers the plans alone:
 * `npm run simulate:scale -- --tenants=200 --latency=400`.
 */

const { contentionTable } = require('./scale/cases');
const { changesIn, planTable } = require('./scale/plans');
const { markdownTable } = require('./lib/table');

/** @param {string[]} args */
async function run(args) {
	const changed = changesIn(args);
	const started = Date.now();
	if (args.length === 0) {
		const { head, rows } = contentionTable();
		console.log(`${markdownTable(head, rows)}\n`);
	}
	const { paper, head, rows } = planTable(changed);
	console.log(`${paper}\n\n${markdownTable(head, rows)}`);
	console.log(`\nSimulated in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
	return 0;
}

module.exports = { run };
