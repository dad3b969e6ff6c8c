/** Redocly's linter and bundler of OpenAPI descriptions, quiet and without the network. */

const path = require('node:path');
const { projectFolder } = require('../settings');
const { run } = require('./processes');

/** The file that ties the description together. */
const DESCRIPTION = 'openapi/openapi.yaml';

/** It would tell its maker what it is used for, and ask whether there is a newer one. */
const QUIET = {
	REDOCLY_TELEMETRY: 'off',
	REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
	NODE_NO_WARNINGS: '1',
};

/**
 * @param {string[]} args
 * @param {string} [logFile] where its output goes; without it the output goes to this terminal
 * @returns {Promise<number>} its exit code
 */
function redocly(args, logFile) {
	const manifest = require.resolve('@redocly/cli/package.json');
	const program = path.join(path.dirname(manifest), 'bin/cli.js');
	const env = { ...process.env, ...QUIET };
	return run(process.execPath, [program, ...args], { cwd: projectFolder, env, logFile });
}

/**
 * Checks the description by the rules of redocly.yaml.
 *
 * @param {string} [logFile]
 */
function lint(logFile) {
	return redocly(['lint', DESCRIPTION], logFile);
}

/**
 * Writes the description as one file, as JSON or YAML by the end of its name.
 *
 * @param {string} file
 * @param {string} [logFile]
 */
function bundle(file, logFile) {
	return redocly(['bundle', DESCRIPTION, `--output=${file}`], logFile);
}

module.exports = { bundle, lint };
