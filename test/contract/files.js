/** The files of `openapi/`, and what Redocly makes of them. */

const fs = require('node:fs');
const path = require('node:path');
const { CALLBACK_FOLDER, PRODUCT_FOLDERS } = require('../../scripts/lib/interface-files');
const { bundle, lint } = require('../../scripts/lib/redocly');
const { projectFolder, runFolder } = require('../../scripts/settings');

const INTERFACE_FOLDERS = [...PRODUCT_FOLDERS, CALLBACK_FOLDER];

const resultFolder = path.join(runFolder, 'openapi');

/** @param {string} folder below `openapi/` */
function yamlFilesIn(folder) {
	return fs
		.readdirSync(path.join(projectFolder, 'openapi', folder))
		.filter((file) => file.endsWith('.yaml'))
		.map((file) => path.posix.join(folder, file));
}

/** Every interface that has a file, as `folder/name`. */
const interfaceFiles = INTERFACE_FOLDERS.flatMap(yamlFilesIn).map((file) =>
	file.replace(/\.yaml$/, ''),
);

/** Every file of the description, below `openapi/`. */
const yamlFiles = ['', 'components', ...INTERFACE_FOLDERS].flatMap(yamlFilesIn);

/**
 * The text of a file of the description.
 *
 * @param {string} file below `openapi/`
 */
function textOf(file) {
	return fs.readFileSync(path.join(projectFolder, 'openapi', file), 'utf8');
}

/** Test files run side by side: each worker writes results of its own. */
const worker = process.env.JEST_WORKER_ID ?? '0';

/** @param {string} name */
function newLog(name) {
	const file = path.join(resultFolder, `${name}-${worker}.log`);
	fs.rmSync(file, { force: true });
	return file;
}

/** @param {string} said by Redocly */
function inShort(said) {
	const absent = /no such file or directory '[^']*\/(openapi\/[^']+)'/.exec(said)?.[1];
	if (absent === undefined) return said;
	return `openapi/openapi.yaml names ${absent}, which is not there: write it, or run npm run generate`;
}

/**
 * What Redocly has written into its log, a line for each finding.
 *
 * @param {string} logFile
 */
function findingsIn(logFile) {
	const log = fs.readFileSync(logFile, 'utf8');
	const findings = [...log.matchAll(/^\[\d+\] (.+?)\s*\n\n(.+)$/gm)];
	return findings.length === 0
		? log
		: findings.map(([, place, text]) => `${place}: ${text}`).join('\n');
}

/**
 * The description as one file.
 *
 * @returns {Promise<string>} JSON
 */
async function readBundle() {
	const logFile = newLog('test-bundle');
	const file = path.join(resultFolder, `test-bundle-${worker}.json`);
	const exitCode = await bundle(file, logFile);
	if (exitCode !== 0) throw new Error(inShort(findingsIn(logFile)));
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
	return exitCode === 0 ? '' : findingsIn(logFile);
}

module.exports = { interfaceFiles, lintFindings, readBundle, textOf, yamlFiles };
