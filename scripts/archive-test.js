/** `npm run test:archive`: the example "recording archive" with 10,000 recordings and more. */

const { runPacked } = require('./e2e');

/** @param {string[]} args for jest */
async function run(args) {
	return await runPacked('archive', args);
}

module.exports = { run };
