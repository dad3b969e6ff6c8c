/** A proxy that notes what goes through it. Plain JavaScript, as all that runs on Node.js alone. */

const http = require('node:http');

/** @typedef {{ url: string, authorization: string | undefined }} Passed */

/** @returns {Promise<{ address: string, passed: Passed[], stop: () => Promise<void> }>} */
async function startProxy() {
	/** @type {Passed[]} */
	const passed = [];
	const server = http.createServer((incoming, outgoing) => {
		const { url = '', method, headers } = incoming;
		passed.push({ url, authorization: headers['proxy-authorization'] });
		const onward = http.request(url, { method, headers }, (answer) => {
			outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
			answer.pipe(outgoing);
		});
		incoming.pipe(onward);
	});
	await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
	const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
	const stop = async () => {
		await new Promise((resolve) => server.close(resolve));
	};
	return { address: `127.0.0.1:${port}`, passed, stop };
}

module.exports = { startProxy };
