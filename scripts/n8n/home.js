/** The user folder of an n8n that is kept from one start to the next. */

const { tryLock } = require('../lib/lock');

/**
 * Takes the user folder; while another start of this project uses it, one beside it.
 *
 * @param {string} wanted
 * @returns {string}
 */
function takeHome(wanted) {
	for (let number = 1; ; number++) {
		const folder = number === 1 ? wanted : `${wanted}-${number}`;
		if (tryLock(folder)) return folder;
	}
}

module.exports = { takeHome };
