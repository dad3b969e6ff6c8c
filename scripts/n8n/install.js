/** Installs the pinned n8n, and the Node.js that runs it, inside the project folder. */

const crypto = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const settings = require('../settings');
const { withLock } = require('../lib/lock');
const { npm, npmInstallLocked } = require('../lib/npm');
const { step } = require('../lib/progress');

const { n8nFolder, n8nManifestFolder, n8nMinimumNodeMajor } = settings;
const MANIFESTS = ['package.json', 'package-lock.json'];
/** Written last: an installation without it was interrupted and is done again. */
const stampFile = path.join(n8nFolder, 'installed.json');
const modulesFolder = path.join(n8nFolder, 'node_modules');

/**
 * The installed n8n.
 *
 * @typedef {object} Installation
 * @property {string} node the program that runs it
 * @property {string} n8n the script of its command line
 * @property {string} version
 */

/**
 * Installs n8n unless it is there already.
 *
 * @returns {Promise<Installation>}
 */
function installN8n() {
	return withLock(n8nFolder, async () => {
		const manifest = fingerprint();
		if (!isInstalled(manifest)) {
			fs.rmSync(stampFile, { force: true });
			await installPackages();
			await installSqlite();
			fs.writeFileSync(stampFile, JSON.stringify({ manifest }));
		}
		return {
			node: nodeProgram(),
			n8n: path.join(modulesFolder, 'n8n/bin/n8n'),
			version: installedVersion(),
		};
	});
}

/** What must be installed again when it changes: the pinned packages, the kind of machine. */
function fingerprint() {
	const hash = crypto.createHash('sha256').update(`${process.platform} ${process.arch}`);
	for (const name of MANIFESTS) hash.update(fs.readFileSync(path.join(n8nManifestFolder, name)));
	return hash.digest('hex');
}

/** @param {string} manifest */
function isInstalled(manifest) {
	try {
		return JSON.parse(fs.readFileSync(stampFile, 'utf8')).manifest === manifest;
	} catch {
		return false;
	}
}

function installedVersion() {
	return JSON.parse(fs.readFileSync(path.join(modulesFolder, 'n8n/package.json'), 'utf8')).version;
}

/** Puts the packages of the lock file into the run folder, without any of their install scripts. */
async function installPackages() {
	for (const name of MANIFESTS) {
		fs.copyFileSync(path.join(n8nManifestFolder, name), path.join(n8nFolder, name));
	}
	/** @type {{ packages: Record<string, { os?: string[] }> }} */
	const lock = JSON.parse(fs.readFileSync(path.join(n8nFolder, 'package-lock.json'), 'utf8'));
	const folders = Object.keys(lock.packages).filter((name) => name && !lock.packages[name]?.os);
	const howFar = () => {
		const isThere = (/** @type {string} */ name) =>
			fs.existsSync(path.join(n8nFolder, name, 'package.json'));
		const done = folders.filter(isThere).length;
		return `${done} of ${folders.length} packages`;
	};
	const options = { cwd: n8nFolder, logFile: path.join(n8nFolder, 'install.log') };
	await step(
		'Installing n8n (2.8 GB; about 2 to 5 minutes, once)',
		async () => {
			const exitCode = await npmInstallLocked(['--ignore-scripts'], options);
			if (exitCode !== 0) throw new Error(`n8n could not be installed, see ${options.logFile}`);
		},
		howFar,
	);
}

/** The one native module that n8n cannot do without: downloads it, or compiles it. */
async function installSqlite() {
	const node = nodeProgram();
	const nodeFolder = path.resolve(path.dirname(node), '..');
	const hasHeaders = fs.existsSync(path.join(nodeFolder, 'include/node/node_api.h'));
	const args = ['rebuild', 'sqlite3', '--ignore-scripts=false'];
	// Headers that came with the program spare node-gyp the download of its own.
	if (hasHeaders) args.push(`--nodedir=${nodeFolder}`);
	const options = {
		cwd: n8nFolder,
		logFile: path.join(n8nFolder, 'install-sqlite.log'),
		env: { ...process.env, PATH: path.dirname(node) + path.delimiter + process.env.PATH },
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

/** The pinned Node.js where npm has one for this kind of machine, else the running one. */
function nodeProgram() {
	const platform = process.platform === 'win32' ? 'win' : process.platform;
	const pinned = path.join(modulesFolder, `node-${platform}-${process.arch}`, 'bin');
	const program = path.join(pinned, process.platform === 'win32' ? 'node.exe' : 'node');
	if (fs.existsSync(program)) return program;
	if (Number.parseInt(process.versions.node) >= n8nMinimumNodeMajor) return process.execPath;
	throw new Error(
		`n8n needs Node.js ${n8nMinimumNodeMajor} or newer, and npm has none for ` +
			`${process.platform} on ${process.arch}: please run this command with Node.js ${n8nMinimumNodeMajor}.`,
	);
}

module.exports = { installN8n };
