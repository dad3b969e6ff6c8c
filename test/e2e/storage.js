/** An S3-compatible storage for a test, and what is in it. Plain JavaScript, as `storageServer.js`. */

const fs = require('node:fs');
const path = require('node:path');
const { startChild } = require('../../scripts/lib/child');
const { testHomesFolder } = require('../../scripts/settings');

/** Keys that the storage takes. */
const KEYS = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };

const OBJECT = '._S3rver_object';

/**
 * Starts one that is empty but for its bucket.
 *
 * @param {string} name of its folder
 * @param {string} bucket
 */
async function startStorage(name, bucket) {
	const folder = path.join(testHomesFolder, name);
	fs.rmSync(folder, { recursive: true, force: true });
	fs.mkdirSync(folder, { recursive: true });
	const server = await startChild(path.join(__dirname, 'storageServer.js'), [folder, bucket]);
	const root = path.join(folder, bucket);
	return {
		/** What n8n's credential for S3 has in it. */
		credential: {
			endpoint: String(server.hello.url),
			region: 'us-east-1',
			...KEYS,
			forcePathStyle: true,
			ignoreSSLIssues: false,
		},
		/** Names of the objects. */
		names: () =>
			fs
				.readdirSync(root, { recursive: true, encoding: 'utf8' })
				.filter((file) => file.endsWith(OBJECT))
				.map((file) => file.slice(0, -OBJECT.length).replaceAll(path.sep, '/'))
				.sort(),
		/** @param {string} object its name */
		read: (object) => fs.readFileSync(path.join(root, object + OBJECT)),
		/**
		 * When an object was stored last, in epoch milliseconds.
		 *
		 * @param {string} object
		 */
		storedAt: (object) => fs.statSync(path.join(root, object + OBJECT)).mtimeMs,
		stop: server.stop,
	};
}

module.exports = { startStorage };
