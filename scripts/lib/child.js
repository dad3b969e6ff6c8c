/** Parts of this project that run in a process of their own. */

const { fork } = require('node:child_process');
const { projectFolder } = require('../settings');
const { onEnd } = require('./cleanup');

/**
 * A process of ours that says hello and then answers each message with one.
 *
 * @param {string} file
 * @param {string[]} [args]
 */
async function startChild(file, args = []) {
	const child = fork(file, args, { cwd: projectFolder });
	const stop = () => {
		if (child.connected) child.disconnect();
	};
	const forget = onEnd(stop);
	let isWanted = true;
	/** @type {(error: Error) => void} */
	let fail = () => {};
	child.once('exit', () => {
		if (isWanted) fail(new Error(`${file} ended early`));
	});
	/** @returns {Promise<any>} */
	const answer = () =>
		new Promise((resolve, reject) => {
			fail = reject;
			child.once('message', resolve);
		});
	const hello = await answer();
	return {
		hello,
		/** @param {object} message */
		ask: async (message) => {
			const answered = answer();
			child.send(message);
			return await answered;
		},
		stop: () => {
			isWanted = false;
			forget();
			stop();
		},
	};
}

module.exports = { startChild };
