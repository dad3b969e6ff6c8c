/** Text as prettier writes it in this project. */

const path = require('node:path');
const { format, resolveConfig } = require('prettier');
const { projectFolder } = require('../settings');

/**
 * @param {string} file below the project, whose ending says what it is
 * @param {string} text
 * @returns {Promise<string>}
 */
async function formatted(file, text) {
	const filepath = path.join(projectFolder, file);
	return await format(text, { ...(await resolveConfig(filepath)), filepath });
}

module.exports = { formatted };
