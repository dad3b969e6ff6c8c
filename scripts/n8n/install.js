/** Installs a pinned n8n, and the Node.js that runs it, inside the project folder. */

const fs = require('node:fs');
const path = require('node:path');
const settings = require('../settings');
const { npm } = require('../lib/npm');
const { step } = require('../lib/progress');
const { installPinned, pinnedVersion } = require('./pinned');

/** @typedef {import('../settings').N8nVersion} N8nVersion */

/**
 * The version of Node-API for which the makers of the SQLite module build it: with that of the
 * running Node.js, an older one would crash on it. And all processors for the compiler.
 */
const COMPILER_ENV = { npm_config_napi_build_version: '6', JOBS: 'max' };

/**
 * The installed n8n.
 *
 * @typedef {object} Installation
 * @property {string} node the program that runs it
 * @property {string} n8n the script of its command line
 * @property {string} version
 * @property {Record<string, string>} env what this version needs
 */

/**
 * Installs n8n unless it is there already.
 *
 * @param {N8nVersion} [wanted]
 * @returns {Promise<Installation>}
 */
async function installN8n(wanted = settings.n8n) {
	const version = pinnedVersion(wanted, 'n8n');
	const title = `Installing n8n ${version} (2 to 3 GB; about 2 to 5 minutes, once)`;
	await installPinned(wanted, title, async () => await installSqlite(wanted));
	return {
		node: nodeProgram(wanted),
		n8n: path.join(wanted.folder, 'node_modules/n8n/bin/n8n'),
		version,
		env: wanted.env,
	};
}

/**
 * The one native module that n8n cannot do without. It is made once for all versions of n8n that have
 * the same one, because it fits every Node.js.
 *
 * @param {N8nVersion} wanted
 */
async function installSqlite(wanted) {
	const sqlite = path.join(wanted.folder, 'node_modules/sqlite3');
	const { version } = JSON.parse(fs.readFileSync(path.join(sqlite, 'package.json'), 'utf8'));
	const made = path.join(sqlite, 'build/Release/node_sqlite3.node');
	const kept = path.join(
		settings.runFolder,
		`sqlite3/${version}-${process.platform}-${process.arch}.node`,
	);
	if (fs.existsSync(kept)) {
		fs.mkdirSync(path.dirname(made), { recursive: true });
		fs.copyFileSync(kept, made);
		return;
	}
	await makeSqlite(wanted);
	// Under another name until it is complete.
	const unfinished = `${kept}.${process.pid}`;
	fs.mkdirSync(path.dirname(kept), { recursive: true });
	fs.copyFileSync(made, unfinished);
	fs.renameSync(unfinished, kept);
}

/**
 * Downloads the module where its makers have it for this kind of machine, else compiles it.
 *
 * @param {N8nVersion} wanted
 */
async function makeSqlite(wanted) {
	const { folder } = wanted;
	const node = nodeProgram(wanted);
	const nodeFolder = path.resolve(path.dirname(node), '..');
	const hasHeaders = fs.existsSync(path.join(nodeFolder, 'include/node/node_api.h'));
	const args = ['rebuild', 'sqlite3', '--ignore-scripts=false'];
	// Headers that came with the program spare node-gyp the download of its own.
	if (hasHeaders) args.push(`--nodedir=${nodeFolder}`);
	const options = {
		cwd: folder,
		logFile: path.join(folder, 'install-sqlite.log'),
		env: {
			...process.env,
			PATH: path.dirname(node) + path.delimiter + process.env.PATH,
			...COMPILER_ENV,
		},
	};
	await step('Building the SQLite module of n8n (about 1 minute, once)', async () => {
		if ((await npm(args, options)) !== 0) {
			throw new Error(
				`The SQLite module could not be installed, see ${options.logFile}. ` +
					'Where no ready-made one can be downloaded it is compiled, ' +
					'which needs python3, make and a C++ compiler.',
			);
		}
	});
}

/**
 * The pinned Node.js where npm has one for this kind of machine, else the running one.
 *
 * @param {N8nVersion} wanted
 */
function nodeProgram({ folder, minimumNodeMajor }) {
	const platform = process.platform === 'win32' ? 'win' : process.platform;
	const pinned = path.join(folder, 'node_modules', `node-${platform}-${process.arch}`, 'bin');
	const program = path.join(pinned, process.platform === 'win32' ? 'node.exe' : 'node');
	if (fs.existsSync(program)) return program;
	if (Number.parseInt(process.versions.node) >= minimumNodeMajor) return process.execPath;
	throw new Error(
		`n8n needs Node.js ${minimumNodeMajor} or newer, and npm has none for ` +
			`${process.platform} on ${process.arch}: please run this command with Node.js ${minimumNodeMajor}.`,
	);
}

module.exports = { installN8n };
