/** Small files of made-up bytes, whole in their form. Plain JavaScript, as all that runs on Node.js alone. */

const { crc32 } = require('node:zlib');

/** What a recording is kept as. Source: field reports, G.711 A-law with 8000 samples a second. */
const A_LAW = 6;
const SAMPLES_PER_SECOND = 8000;

/** @param {2 | 4} bytes @param {number} value */
function field(bytes, value) {
	const buffer = Buffer.alloc(bytes);
	buffer.writeUIntLE(value, 0, bytes);
	return buffer;
}

/**
 * A WAV file.
 *
 * @param {number} samples
 * @param {number} seed other seeds give other bytes
 * @returns {Buffer}
 */
function makeWav(samples, seed) {
	const sound = Buffer.alloc(samples).map((_, index) => (index * 37 + seed) % 256);
	const rate = field(4, SAMPLES_PER_SECOND);
	const format = [field(2, A_LAW), field(2, 1), rate, rate, field(2, 1), field(2, 8)];
	const content = Buffer.concat([
		Buffer.from('WAVEfmt '),
		field(4, 16),
		...format,
		Buffer.from('data'),
		field(4, sound.length),
		sound,
	]);
	return Buffer.concat([Buffer.from('RIFF'), field(4, content.length), content]);
}

/**
 * What an entry says of its file before its name. Nothing is compressed.
 *
 * @param {Buffer} name
 * @param {Buffer} content
 */
function entryFields(name, content) {
	const version = field(2, 20);
	const flagsToDate = Buffer.alloc(8);
	const size = field(4, content.length);
	const check = field(4, crc32(content));
	return [version, flagsToDate, check, size, size, field(2, name.length), field(2, 0)];
}

/**
 * A ZIP file.
 *
 * @param {Record<string, Buffer>} files their contents by their names
 * @returns {Buffer}
 */
function makeZip(files) {
	/** @type {Buffer[]} */
	const entries = [];
	/** @type {Buffer[]} */
	const directory = [];
	let offset = 0;
	for (const [title, content] of Object.entries(files)) {
		const name = Buffer.from(title);
		const fields = entryFields(name, content);
		const entry = Buffer.concat([Buffer.from('PK\u0003\u0004'), ...fields, name, content]);
		const rest = [Buffer.alloc(10), field(4, offset), name];
		directory.push(Buffer.from('PK\u0001\u0002'), field(2, 20), ...fields, ...rest);
		entries.push(entry);
		offset += entry.length;
	}
	const list = Buffer.concat(directory);
	const count = field(2, Object.keys(files).length);
	const end = [field(4, 0), count, count, field(4, list.length), field(4, offset), field(2, 0)];
	return Buffer.concat([...entries, list, Buffer.from('PK\u0005\u0006'), ...end]);
}

module.exports = { makeWav, makeZip };
