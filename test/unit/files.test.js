/** Files on their way from the connection to n8n, without n8n and without a server. */

const { createHash, randomBytes } = require('node:crypto');
const { PassThrough, Readable, Writable } = require('node:stream');
const { buffer } = require('node:stream/consumers');
const { pipeline } = require('node:stream/promises');
const { setImmediate: nextTurn, setTimeout: after } = require('node:timers/promises');
const { gzipSync } = require('node:zlib');
const { downloadRecord } = require('../../aicc/endpoints/ccfs/downloadRecord');
const { Session } = require('../../aicc/client/session');
const { requestFile } = require('../../aicc/client/transport');

/** @typedef {import('../../aicc/client/session').SaveFile} SaveFile */
/** @typedef {import('../../aicc/client/session').FileStream} FileStream */

const PART = 64 * 1024;

/**
 * A file that is made part by part, when somebody wants the next one.
 *
 * @param {number} parts
 */
function makeFile(parts) {
	const made = { parts: 0, hash: createHash('sha256') };
	function* content() {
		for (; made.parts < parts; made.parts++) {
			const part = Buffer.alloc(PART, made.parts);
			part.write('RIFF');
			made.hash.update(part);
			yield part;
		}
	}
	return { made, body: Readable.from(content(), { objectMode: false }) };
}

/**
 * @param {Readable} body
 * @param {object} headers
 * @param {SaveFile} saveFile
 * @param {number} timeout in milliseconds
 * @param {number} statusCode
 */
async function fetchFile(body, headers, saveFile, timeout = 1000, statusCode = 200) {
	const session = new Session({
		send: async () => ({ body, headers: { ...headers }, statusCode }),
		saveFile,
		origin: 'http://ccfs.example',
		maxConcurrentRequests: 1,
		timeout,
		secrets: [],
		canRenewToken: false,
	});
	return await requestFile({ endpoint: downloadRecord, fileName: 'a/b' }, session);
}

/** @type {SaveFile} */
const saveText = async (content, fileName, mimeType) => {
	const data = (await buffer(content)).toString();
	return { data, fileName, mimeType };
};

const OCTETS = { 'content-type': 'application/octet-stream' };

/**
 * The ways in which n8n's stores read a file.
 *
 * @type {Array<[string, (content: FileStream) => Promise<Buffer>]>}
 */
const READERS = [
	['part by part', async (content) => await buffer(content)],
	[
		'by its events',
		async (content) => {
			/** @type {Buffer[]} */
			const parts = [];
			content.on('data', (part) => parts.push(part));
			await new Promise((resolve) => content.once('end', resolve));
			return Buffer.concat(parts);
		},
	],
	['through a pipe', async (content) => await buffer(content.pipe(new PassThrough()))],
];

it.each(READERS)('is whole, however late it is read: %s', async (_, read) => {
	for (const wait of [0, 20]) {
		const { made, body } = makeFile(8);
		const headers = { ...OCTETS, 'content-length': String(8 * PART) };
		const hash = createHash('sha256');
		const { file } = await fetchFile(body, headers, async (content, fileName, mimeType) => {
			if (wait > 0) await after(wait);
			hash.update(await read(content));
			return { data: '', fileName, mimeType };
		});
		expect(file).toEqual({ data: '', fileName: 'a_b.wav', mimeType: 'audio/wav' });
		expect(hash.digest('hex')).toBe(made.hash.digest('hex'));
	}
});

it('is not read ahead of whoever keeps it', async () => {
	const { made, body } = makeFile(400);
	/** @type {number[]} */
	const ahead = [];
	let kept = 0;
	const slow = new Writable({
		highWaterMark: PART,
		write(part, _encoding, done) {
			kept += part.length;
			ahead.push(made.parts - kept / PART);
			setImmediate(done);
		},
	});
	await fetchFile(body, OCTETS, async (content, fileName, mimeType) => {
		await pipeline(content, slow);
		return { data: '', fileName, mimeType };
	});
	expect(kept).toBe(400 * PART);
	expect(Math.max(...ahead)).toBeLessThan(8);
});

it('may take longer than the time-out, as long as it goes on', async () => {
	async function* slowly() {
		for (let part = 0; part < 8; part++) {
			await after(150);
			yield Buffer.from('part');
		}
	}
	const body = Readable.from(slowly(), { objectMode: false });
	const { file } = await fetchFile(body, OCTETS, saveText, 600);
	expect(file?.data).toBe('part'.repeat(8));
});

it('is waited for when its first bytes come one by one', async () => {
	async function* slowly() {
		for (const letter of 'RIFF') {
			yield Buffer.from(letter);
			await after(20);
		}
		yield Buffer.from(' and all the rest');
	}
	const body = Readable.from(slowly(), { objectMode: false });
	const { file } = await fetchFile(body, OCTETS, saveText);
	expect(file).toMatchObject({ data: 'RIFF and all the rest', mimeType: 'audio/wav' });
});

it('is whole when it was packed on the way, which makes what is like chance longer', async () => {
	const content = randomBytes(PART);
	const length = String(gzipSync(content).length);
	expect(Number(length)).toBeGreaterThan(PART);
	const headers = { ...OCTETS, 'content-length': length };
	/** @type {SaveFile} */
	const save = async (stream, fileName, mimeType) => {
		const data = (await buffer(stream)).toString('base64');
		return { data, fileName, mimeType };
	};
	const { file } = await fetchFile(Readable.from([content]), headers, save);
	expect(file?.data).toBe(content.toString('base64'));
});

it.each([
	['RIFFxxxx', {}, 'audio/wav'],
	['PK\u0003\u0004', { 'content-type': '' }, 'application/zip'],
])('is told by its beginning where no content type tells: %j', async (content, headers, type) => {
	const body = Readable.from([Buffer.from(content)]);
	const { file } = await fetchFile(body, headers, saveText);
	expect(file).toMatchObject({ data: content, mimeType: type });
});

it.each([
	['without a content type', '', {}],
	['with a byte order mark', '\uFEFF', { 'content-type': 'application/json' }],
	['as if it were bytes', '', OCTETS],
])('may be missing, which the answer says %s', async (_, mark, headers) => {
	const body = Readable.from([Buffer.from(`${mark}{"resultCode":"0300012"}`)]);
	const fetched = await fetchFile(body, headers, saveText);
	expect(fetched).toEqual({ json: { resultCode: '0300012' } });
});

it('is one that begins like an answer in words', async () => {
	const content = `{"resultCode":"0300012"}${'x'.repeat(PART)}`;
	const body = Readable.from([Buffer.from(content.slice(0, 10)), Buffer.from(content.slice(10))]);
	const { file } = await fetchFile(body, OCTETS, saveText);
	expect(file?.data).toBe(content);
});

it('is none when there is nothing in it, wherever n8n keeps its files', async () => {
	const save = jest.fn(saveText);
	await expect(fetchFile(Readable.from([]), OCTETS, save)).rejects.toThrow('nothing in it');
	expect(save).not.toHaveBeenCalled();
});

it.each([
	['than the answer tells', 200, { 'content-length': String(9 * PART) }],
	['as nobody tells what it is a part of', 206, {}],
	['as its beginning is missing', 206, { 'content-range': `bytes 1-${8 * PART}/${8 * PART + 1}` }],
	['as it is a part of one', 206, { 'content-range': `bytes 0-${8 * PART - 1}/${9 * PART}` }],
])('is not given out when it is shorter %s', async (_, status, length) => {
	const headers = { ...OCTETS, ...length };
	/** @type {SaveFile} */
	const save = async (content, fileName, mimeType) => {
		await buffer(content);
		return { data: '', fileName, mimeType };
	};
	jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
	try {
		const fetched = fetchFile(makeFile(8).body, headers, save, 1000, status);
		const isOver = fetched.then(
			() => true,
			() => true,
		);
		// It is tried five times, with growing waits between.
		while (!(await Promise.race([isOver, nextTurn(false)]))) {
			await jest.advanceTimersByTimeAsync(250);
		}
		await expect(fetched).rejects.toThrow(/connection was cut.*; tried 5 times/);
	} finally {
		jest.useRealTimers();
	}
});

it('is an error that says so when n8n cannot keep it', async () => {
	/** @type {SaveFile} */
	const save = async () => await Promise.reject(new Error('ENOSPC: no space left'));
	const { body } = makeFile(8);
	await expect(fetchFile(body, OCTETS, save)).rejects.toMatchObject({
		message: 'Could not download the recording: n8n could not keep the file',
		description: expect.stringContaining('n8n says: ENOSPC: no space left'),
	});
	expect(body.destroyed).toBe(true);
});

it.each([
	['RIFFxxxx', 'a_b.wav', 'audio/wav'],
	['PK\u0003\u0004', 'a_b.zip', 'application/zip'],
	['P', 'a_b', 'application/octet-stream'],
	['something else', 'a_b', 'application/octet-stream'],
	['{"minutes":3}', 'a_b', 'application/octet-stream'],
])('is called by what is in it: %j', async (content, name, type) => {
	const letters = [...content].map((letter) => Buffer.from(letter));
	const body = Readable.from(letters, { objectMode: false });
	const { file } = await fetchFile(body, OCTETS, saveText);
	expect(file).toEqual({ data: content, fileName: name, mimeType: type });
});
