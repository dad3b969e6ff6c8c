/** The one request that the simulator sends. Plain JavaScript, as all that runs on Node.js alone. */

const http = require('node:http');
const https = require('node:https');
const { text } = require('node:stream/consumers');

/**
 * Sends a text once. The receiver's certificate may be made by itself.
 *
 * @param {URL} url
 * @param {string} body
 * @param {string} contentType empty for none
 * @param {number} timeoutMs
 * @returns {Promise<import('./push').PushAnswer>}
 */
async function post(url, body, contentType, timeoutMs) {
	const { request: open } = url.protocol === 'https:' ? https : http;
	const options = {
		method: 'POST',
		agent: /** @type {const} */ (false),
		rejectUnauthorized: false,
		signal: AbortSignal.timeout(timeoutMs),
		headers: {
			'content-length': Buffer.byteLength(body),
			...(contentType === '' ? {} : { 'content-type': contentType }),
		},
	};
	return await new Promise((resolve) => {
		/** @param {Error} error */
		const fail = (error) => resolve({ status: 0, body: '', error: error.message });
		const request = open(url, options, (response) => {
			const status = response.statusCode ?? 0;
			text(response).then((answer) => resolve({ status, body: answer }), fail);
		});
		request.on('error', fail);
		request.end(body);
	});
}

module.exports = { post };
