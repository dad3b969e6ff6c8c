/** The user folder of the n8n that `npm start` runs, kept from one start to the next. */

const settings = require('../settings');
const { tryLock } = require('../lib/lock');

/**
 * Takes the user folder; while another start of this project uses it, one beside it.
 *
 * @returns {string}
 */
function takeHome() {
	for (let number = 1; ; number++) {
		const folder = number === 1 ? settings.n8nHomeFolder : `${settings.n8nHomeFolder}-${number}`;
		if (tryLock(folder)) return folder;
	}
}

module.exports = { takeHome };
