/** Sends one request and reads its answer, whatever it is. */

const { isUtf8 } = require('node:buffer');
const http = require('node:http');
const https = require('node:https');
const zlib = require('node:zlib');

/** Milliseconds for a whole answer. */
const DEADLINE_MS = 60_000;

/** More than this of an answer is not read. */
const MAX_BYTES = 20_000_000;

/**
 * @typedef {object} Reply
 * @property {number} status
 * @property {Record<string, string | string[] | undefined>} headers
 * @property {string} contentType in lower case, without parameters
 * @property {string} [charset] in lower case, where the content type has it
 * @property {string} [packed] how the answer is compressed, where it is, although nobody has asked for that
 * @property {string | undefined} text undefined for a file: its content is thrown away unread
 * @property {boolean} [hasMark] whether a byte order mark stands before the text
 * @property {boolean} [isNoUtf8] whether its bytes are another set of characters
 * @property {number} ms from the request to the end of the answer; of a file, to its beginning
 * @property {number | undefined} clockDifference milliseconds by which the server's clock is ahead
 */

/** How an answer is unpacked, by the names that HTTP has. @type {Record<string, (packed: Buffer) => Buffer>} */
const UNPACKED = {
	'': (plain) => plain,
	br: zlib.brotliDecompressSync,
	deflate: zlib.inflateSync,
	gzip: zlib.gunzipSync,
	identity: (plain) => plain,
};

/**
 * @param {Buffer} content
 * @param {string} packed
 * @returns {Pick<Reply, 'text' | 'hasMark' | 'isNoUtf8'>}
 * @throws Error when it is not packed as it says
 */
function readingOf(content, packed) {
	const bytes = (UNPACKED[packed] ?? UNPACKED.identity)?.(content) ?? content;
	const text = bytes.toString('utf8');
	const hasMark = text.startsWith('\uFEFF');
	return { text: hasMark ? text.slice(1) : text, hasMark, isNoUtf8: !isUtf8(bytes) };
}

/** @param {string} contentType */
function isFile(contentType) {
	return !/json|text|html|xml|^$/.test(contentType);
}

/**
 * Milliseconds by which a server is ahead, give or take half a second: it tells whole seconds.
 *
 * @param {string | undefined} date its `Date` header
 * @param {number} sent
 * @param {number} received
 */
function clockDifference(date, sent, received) {
	const time = date === undefined ? NaN : Date.parse(date);
	return Number.isNaN(time) ? undefined : time + 500 - (sent + received) / 2;
}

/** No whole answer came in time. */
class LateError extends Error {
	/** @param {number} milliseconds */
	constructor(milliseconds) {
		super(`no whole answer within ${milliseconds / 1000} s`);
	}
}

/** A failed connection in a word; its text would tell the address. @param {unknown} error @returns {string} */
function failureOf(error) {
	if (error instanceof LateError) return error.message;
	const { code, cause } = /** @type {{ code?: unknown, cause?: unknown }} */ (error ?? {});
	if (typeof code === 'string' && /^[A-Z_]+$/.test(code)) return code;
	return cause === undefined ? 'no answer' : failureOf(cause);
}

/**
 * What the head of an answer says of its body.
 *
 * @param {http.IncomingMessage} response
 */
function headOf({ headers }) {
	const written = String(headers['content-type'] ?? '').toLowerCase();
	const packed = String(headers['content-encoding'] ?? '')
		.trim()
		.toLowerCase();
	return {
		contentType: written.split(';', 1).join('').trim(),
		charset: /;\s*charset="?([^";\s]+)/.exec(written)?.[1],
		packed,
	};
}

/**
 * The body of an answer, as far as it is read.
 *
 * @param {http.IncomingMessage} response
 * @returns {Promise<Buffer>}
 * @throws Error when it breaks off
 */
async function bytesOf(response) {
	/** @type {Buffer[]} */
	const parts = [];
	let size = 0;
	for await (const part of response) {
		size += part.length;
		if (size <= MAX_BYTES) parts.push(part);
	}
	return Buffer.concat(parts);
}

/**
 * Reads an answer to its end; of a file the head alone, and cuts it off.
 *
 * @param {http.IncomingMessage} response
 * @param {number} sent epoch milliseconds
 * @returns {Promise<Reply>}
 */
async function replyOf(response, sent) {
	const received = Date.now();
	const { contentType, charset, packed } = headOf(response);
	const isOfFile = isFile(contentType);
	const reading = isOfFile ? { text: undefined } : readingOf(await bytesOf(response), packed);
	const ms = Date.now() - sent;
	if (isOfFile) response.destroy();
	return {
		status: response.statusCode ?? 0,
		headers: response.headers,
		contentType,
		charset,
		...(packed && packed !== 'identity' && { packed }),
		...reading,
		ms,
		clockDifference: clockDifference(response.headers.date, sent, received),
	};
}

/**
 * @param {import('n8n-workflow').IHttpRequestOptions} options as they are after authentication
 * @param {boolean} ignoresSsl
 * @param {number} [deadlineMs] for the whole answer
 * @returns {Promise<Reply>}
 * @throws Error when there is no answer
 */
async function exchange(
	{ url, method = 'GET', headers = {}, body },
	ignoresSsl,
	deadlineMs = DEADLINE_MS,
) {
	const { protocol } = new URL(url);
	const send = protocol === 'https:' ? https.request : http.request;
	const content = body === undefined ? undefined : Buffer.from(String(body), 'utf8');
	const options = {
		method,
		headers: {
			.../** @type {Record<string, string>} */ (headers),
			...(content && { 'Content-Length': content.length }),
		},
		rejectUnauthorized: !ignoresSsl,
	};
	const sent = Date.now();
	return await new Promise((resolve, reject) => {
		const request = send(url, options, (response) => {
			replyOf(response, sent).then(resolve, reject);
		});
		const timer = setTimeout(() => {
			reject(new LateError(deadlineMs));
			request.destroy();
		}, deadlineMs);
		request.on('close', () => clearTimeout(timer));
		request.on('error', reject);
		request.end(content);
	});
}

module.exports = { exchange, failureOf };
