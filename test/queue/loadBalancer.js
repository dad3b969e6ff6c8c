/** What stands before n8n's webhook processes and shares the pushes among them. */

const http = require('node:http');

/**
 * @typedef {object} LoadBalancer
 * @property {string} url
 * @property {string[]} targets the addresses of the processes
 * @property {boolean} goesByPath whether all requests to a path go to the same process, not to each
 *   in turn
 * @property {number} answersToLose how many answers, from the next one on, do not reach who asked
 * @property {() => Promise<void>} stop
 */

/**
 * Shares requests among processes.
 *
 * @param {string[]} targets
 * @returns {Promise<LoadBalancer>}
 */
async function startLoadBalancer(targets) {
	let turn = 0;
	/** @param {string} path */
	const targetOf = (path) => {
		const number = balancer.goesByPath ? path.length : turn++;
		return balancer.targets[number % balancer.targets.length] ?? '';
	};
	const server = http.createServer((incoming, outgoing) => {
		const { url = '', method, headers } = incoming;
		const onward = http.request(targetOf(url) + url, { method, headers }, (answer) => {
			if (balancer.answersToLose > 0) {
				balancer.answersToLose--;
				answer.resume();
				outgoing.destroy();
				return;
			}
			outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
			answer.pipe(outgoing);
		});
		onward.on('error', () => outgoing.destroy());
		incoming.pipe(onward);
	});
	await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
	const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
	/** @type {LoadBalancer} */
	const balancer = {
		url: `http://127.0.0.1:${port}`,
		targets,
		goesByPath: false,
		answersToLose: 0,
		stop: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
	return balancer;
}

module.exports = { startLoadBalancer };
