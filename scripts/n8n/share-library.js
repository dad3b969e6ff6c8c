/** The library that a node and its n8n have in common. */

const fs = require('node:fs');
const { createRequire } = require('node:module');
const path = require('node:path');

const LIBRARY = 'n8n-workflow';

/**
 * Lets the nodes of a user folder find the library of the n8n that runs there, as in a folder of a
 * user. Ours lies below this project, whose own one Node.js would find first: n8n would not know the
 * errors of the node for its own, and an older n8n would run the node with a newer library.
 *
 * @param {import('./install').Installation} installation
 * @param {string} userFolder
 */
function shareLibrary({ n8n }, userFolder) {
	const library = path.dirname(createRequire(n8n).resolve(`${LIBRARY}/package.json`));
	const link = path.join(userFolder, 'node_modules', LIBRARY);
	const isThere = fs.existsSync(link) && fs.realpathSync(link) === fs.realpathSync(library);
	if (isThere) return;
	fs.rmSync(link, { recursive: true, force: true });
	fs.mkdirSync(path.dirname(link), { recursive: true });
	fs.symlinkSync(library, link, 'junction');
}

module.exports = { shareLibrary };
