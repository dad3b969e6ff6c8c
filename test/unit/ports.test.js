const net = require('node:net');
const { freePort } = require('../../scripts/lib/ports');

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<net.Server | undefined>} undefined where there is no such address
 */
function hold(port, host) {
	return new Promise((resolve) => {
		const server = net.createServer();
		server.once('error', () => resolve(undefined));
		server.listen(port, host, () => resolve(server));
	});
}

it('is the wanted one when that is free, also a second time', async () => {
	const wanted = await freePort();
	expect([await freePort(wanted), await freePort(wanted)]).toEqual([wanted, wanted]);
});

it.each(['0.0.0.0', '127.0.0.1', '::1'])(
	'is another one when a server on %s holds it',
	async (host) => {
		const wanted = await freePort();
		const server = await hold(wanted, host);
		const port = await freePort(wanted);
		server?.close();
		expect(port === wanted).toBe(server === undefined);
	},
);

it('is never the same, although nobody has taken the one before yet', async () => {
	const ports = [];
	for (let count = 0; count < 1_000; count++) ports.push(await freePort());
	expect(new Set(ports).size).toBe(1_000);
});

it('is none that the system gives out itself until its server listens', async () => {
	const givenOut = [];
	for (let count = 0; count < 200; count++) {
		const server = await hold(0, '127.0.0.1');
		givenOut.push(/** @type {net.AddressInfo} */ (server?.address()).port);
		server?.close();
	}
	const ports = [];
	for (let count = 0; count < 200; count++) ports.push(await freePort());
	expect(Math.max(...ports)).toBeLessThan(Math.min(...givenOut));
});
