/** A PostgreSQL of our own. */

const fs = require('node:fs');
const path = require('node:path');
const { freePort } = require('../lib/ports');
const { findProgram, missing, runProgram, secretIn, startServer } = require('./own-server');

/** Debian keeps the programs of each version apart, and out of PATH. */
const DEBIAN_FOLDER = '/usr/lib/postgresql';

/** PostgreSQL refuses to run as root; this is the user that its package makes. */
const USER_INSTEAD_OF_ROOT = 'postgres';

const ACCOUNT = 'n8n';
/** Every new cluster has this data base. */
const DATABASE = 'postgres';

/**
 * Starts PostgreSQL on loopback, after making its data folder the first time.
 *
 * @param {string} userFolder
 * @returns {Promise<import('./own-server').OwnServer>}
 */
async function startPostgres(userFolder) {
	const programs = findPostgres();
	const user = process.getuid?.() === 0 ? USER_INSTEAD_OF_ROOT : undefined;
	const folder = path.join(userFolder, 'postgresql');
	fs.mkdirSync(folder, { recursive: true });
	const passwordFile = path.join(folder, 'password');
	const password = secretIn(passwordFile);
	const data = makeData(programs, folder, passwordFile, user);
	const port = await freePort();
	const address = ['-h', '127.0.0.1', '-p', String(port)];
	return await startServer({
		title: 'PostgreSQL',
		command: [
			path.join(programs, 'postgres'),
			...['-D', data, ...address],
			// n8n writes much; the last moment before a power cut is of no interest here.
			...['-c', 'unix_socket_directories=', '-c', 'synchronous_commit=off'],
		],
		logFile: path.join(folder, 'postgresql.log'),
		user,
		stopSignal: 'SIGINT',
		isReady: async () => runProgram([path.join(programs, 'pg_isready'), ...address]).succeeded,
		env: {
			DB_POSTGRESDB_HOST: '127.0.0.1',
			DB_POSTGRESDB_PORT: String(port),
			DB_POSTGRESDB_USER: ACCOUNT,
			DB_POSTGRESDB_PASSWORD: password,
			DB_POSTGRESDB_DATABASE: DATABASE,
		},
	});
}

/** The folder of the newest version's programs. */
function findPostgres() {
	const versions = fs.existsSync(DEBIAN_FOLDER) ? fs.readdirSync(DEBIAN_FOLDER) : [];
	const folders = versions
		.sort((a, b) => Number.parseInt(b) - Number.parseInt(a))
		.map((version) => path.join(DEBIAN_FOLDER, version, 'bin'));
	const initdb = findProgram('initdb', folders);
	if (!initdb) throw missing('PostgreSQL');
	return path.dirname(fs.realpathSync(initdb));
}

/**
 * Makes the data folder unless it is there. Each version of PostgreSQL has one of its own.
 *
 * @param {string} programs
 * @param {string} folder
 * @param {string} passwordFile
 * @param {string | undefined} user
 * @returns {string}
 */
function makeData(programs, folder, passwordFile, user) {
	const { output } = runProgram([path.join(programs, 'postgres'), '--version']);
	const version = /\d+/.exec(output)?.[0] ?? 'unknown';
	const data = path.join(folder, `data-${version}`);
	if (fs.existsSync(data)) return data;
	// Under another name until it is complete.
	const unfinished = `${data}.new`;
	fs.rmSync(unfinished, { recursive: true, force: true });
	fs.mkdirSync(unfinished, { mode: 0o700 });
	if (user) {
		const id = runProgram(['id', '-u', user]);
		if (!id.succeeded) {
			throw new Error(`PostgreSQL does not run as root, and there is no user "${user}".`);
		}
		fs.chownSync(unfinished, Number(id.output), -1);
	}
	const { succeeded, output: log } = runProgram(
		[
			path.join(programs, 'initdb'),
			...['-D', unfinished, '-U', ACCOUNT, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`],
			...['-E', 'UTF8', '--locale=C', '--no-sync'],
		],
		{ user },
	);
	if (!succeeded) throw new Error(`The data folder of PostgreSQL could not be made:\n${log}`);
	fs.renameSync(unfinished, data);
	return data;
}

module.exports = { findPostgres, startPostgres };
