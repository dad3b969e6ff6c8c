/** The files of `openapi/`, and what Redocly makes of them. */

const fs = require('node:fs');
const path = require('node:path');
const { bundle, lint } = require('../../scripts/lib/redocly');
const { projectFolder, runFolder } = require('../../scripts/settings');

/** Folders of `openapi/` that hold one interface a file. */
const INTERFACE_FOLDERS = ['fabric', 'isales', 'cms', 'ccfs', 'callbacks'];

const resultFolder = path.join(runFolder, 'openapi');

/** Every interface that has a file, as `folder/name`. */
const interfaceFiles = INTERFACE_FOLDERS.flatMap((folder) =>
	fs
		.readdirSync(path.join(projectFolder, 'openapi', folder))
		.map((file) => `${folder}/${path.basename(file, '.yaml')}`),
);

/** @param {string} name */
function newLog(name) {
	const file = path.join(resultFolder, `${name}.log`);
	fs.rmSync(file, { force: true });
	return file;
}

/**
 * The description as one file.
 *
 * @returns {Promise<string>} JSON
 */
async function readBundle() {
	const logFile = newLog('test-bundle');
	const file = path.join(resultFolder, 'test-bundle.json');
	const exitCode = await bundle(file, logFile);
	if (exitCode !== 0) throw new Error(fs.readFileSync(logFile, 'utf8'));
	return fs.readFileSync(file, 'utf8');
}

/**
 * What is wrong by the rules of redocly.yaml.
 *
 * @returns {Promise<string>} empty when nothing is
 */
async function lintFindings() {
	const logFile = newLog('test-lint');
	const exitCode = await lint(logFile);
	return exitCode === 0 ? '' : fs.readFileSync(logFile, 'utf8');
}

module.exports = { interfaceFiles, lintFindings, readBundle };
