const http = require('node:http');

/**
 * A file that was sent to a ticket.
 *
 * @typedef {{ ticketId: string, callSerialNo: string, fileName: string, bytes: Buffer }} Attachment
 */

/** A stand-in for a customer's ticket desk: it finds tickets by a number, and takes files. */
class TicketDesk {
	/**
	 * The newest first, by number.
	 *
	 * @type {Record<string, Array<{ id: string }>>}
	 */
	tickets = {};

	/** @type {Attachment[]} */
	attachments = [];

	/** How many files were sent, whatever came of them. */
	uploads = 0;

	/**
	 * What is done with a file: it is taken; taken, and never answered; or refused with this status.
	 *
	 * @type {'takes' | 'neverAnswers' | number}
	 */
	conduct = 'takes';

	/** Valid once it has started. */
	url = '';

	#server = http.createServer((request, response) => void this.#answer(request, response));

	async start() {
		await new Promise((resolve) => this.#server.listen(0, '127.0.0.1', () => resolve(undefined)));
		const { port } = /** @type {import('node:net').AddressInfo} */ (this.#server.address());
		this.url = `http://127.0.0.1:${port}`;
	}

	async stop() {
		this.#server.closeAllConnections();
		await new Promise((resolve) => this.#server.close(resolve));
	}

	/**
	 * @param {http.IncomingMessage} request
	 * @param {http.ServerResponse} response
	 */
	async #answer(request, response) {
		const { pathname, searchParams } = new URL(request.url ?? '', this.url);
		const [, ticketId] = /^\/tickets\/([^/]+)\/attachments$/.exec(pathname) ?? [];
		if (request.method === 'GET' && pathname === '/tickets') {
			return send(response, 200, this.tickets[searchParams.get('phone') ?? ''] ?? []);
		}
		if (request.method !== 'POST' || ticketId === undefined) return send(response, 404, {});
		const form = await formOf(request).catch(() => undefined);
		const file = form?.get('file');
		if (!(file instanceof File)) return send(response, 400, { message: 'No field "file"' });
		this.uploads++;
		if (typeof this.conduct === 'number') return send(response, this.conduct, {});
		this.attachments.push({
			ticketId: decodeURIComponent(ticketId),
			callSerialNo: String(form?.get('callSerialNo')),
			fileName: file.name,
			bytes: Buffer.from(await file.arrayBuffer()),
		});
		if (this.conduct === 'takes') send(response, 201, { id: this.attachments.length });
	}
}

/**
 * @param {http.ServerResponse} response
 * @param {number} status
 * @param {unknown} body
 */
function send(response, status, body) {
	response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/** @param {http.IncomingMessage} request */
async function formOf(request) {
	const parts = [];
	for await (const part of request) parts.push(part);
	const headers = { 'content-type': request.headers['content-type'] ?? '' };
	return await new Response(Buffer.concat(parts), { headers }).formData();
}

module.exports = { TicketDesk };
