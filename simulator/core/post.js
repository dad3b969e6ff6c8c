/** The one request that the simulator sends, and the time between two. Plain JavaScript, as all that runs on Node.js alone. */

const http = require('node:http');
const https = require('node:https');
const { text } = require('node:stream/consumers');
const { setTimeout: wait } = require('node:timers/promises');

/**
 * Sends a text once. The receiver's certificate may be made by itself.
 *
 * @param {URL} url
 * @param {string} body
 * @param {Record<string, string>} headers besides its length
 * @param {AbortSignal} signal ends it
 * @returns {Promise<import('./pushed').PushAnswer>}
 */
async function post(url, body, headers, signal) {
	const { request: open } = url.protocol === 'https:' ? https : http;
	const options = {
		method: 'POST',
		agent: /** @type {const} */ (false),
		rejectUnauthorized: false,
		signal,
		headers: { 'content-length': Buffer.byteLength(body), ...headers },
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

/**
 * Waits, at most until the signal.
 *
 * @param {number} ms
 * @param {AbortSignal} signal
 */
async function pause(ms, signal) {
	try {
		await wait(ms, undefined, { signal });
	} catch (error) {
		if (!signal.aborted) throw error;
	}
}

module.exports = { pause, post };
