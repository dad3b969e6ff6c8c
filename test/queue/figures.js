/** What is measured, for who reads the output of the tests. */

/** @param {number} share */
function percent(share) {
	return `${(100 * share).toFixed(1)} %`;
}

/**
 * Prints a line of figures.
 *
 * @param {string} what was measured
 * @param {Record<string, string>} figures by name
 */
function tell(what, figures) {
	const list = Object.entries(figures).map(([name, figure]) => `${name} ${figure}`);
	process.stdout.write(`  ${what}: ${list.join(', ')}\n`);
}

module.exports = { percent, tell };
