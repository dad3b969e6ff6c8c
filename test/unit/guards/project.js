/** The project's own files, for the guards that read them. */

const fs = require('node:fs');
const path = require('node:path');

const projectFolder = path.resolve(__dirname, '../../..');

/** Folders that hold nothing written by hand. */
const FOREIGN = ['.git', '.run', 'coverage', 'dist', 'node_modules'];

/**
 * @param {string} folder below the project's folder, or '' for all of it
 * @param {RegExp} pattern what the names must look like
 * @returns {string[]} paths from the project's folder, with forward slashes
 */
function filesIn(folder, pattern) {
	return fs
		.readdirSync(path.join(projectFolder, folder), { withFileTypes: true })
		.filter(({ name }) => !FOREIGN.includes(name))
		.flatMap((entry) => {
			const file = path.posix.join(folder, entry.name);
			if (entry.isDirectory()) return filesIn(file, pattern);
			return entry.isFile() && pattern.test(entry.name) ? [file] : [];
		});
}

/** @param {string} file */
function exists(file) {
	return fs.existsSync(path.join(projectFolder, file));
}

/** @param {string} file */
function read(file) {
	return fs.readFileSync(path.join(projectFolder, file), 'utf8');
}

/** @param {string} file */
function readJson(file) {
	return JSON.parse(read(file));
}

module.exports = { exists, filesIn, read, readJson };
