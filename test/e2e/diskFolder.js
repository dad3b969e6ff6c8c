/** A folder on disk that n8n may write to, and what is in it. Plain JavaScript, as `storageServer.js`. */

const fs = require('node:fs');
const path = require('node:path');
const { testHomesFolder } = require('../../scripts/settings');

/**
 * Makes one where an n8n that is set up as it comes may write.
 *
 * @param {string} home name of the n8n's user folder
 */
function makeDiskFolder(home) {
	const folder = path.join(testHomesFolder, home, '.n8n-files', 'recordings');
	fs.mkdirSync(folder, { recursive: true });
	return {
		folder,
		names: () => fs.readdirSync(folder),
		/** @param {string} name */
		read: (name) => fs.readFileSync(path.join(folder, name)),
	};
}

module.exports = { makeDiskFolder };
