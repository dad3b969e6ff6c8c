/** A stream that hands on what n8n's log writes. Plain JavaScript, as all that runs on Node.js alone. */

const { Writable } = require('node:stream');

/** @param {(message: unknown) => void} take gets each message */
function sink(take) {
	return new Writable({
		objectMode: true,
		write({ message }, _encoding, done) {
			take(message);
			done();
		},
	});
}

module.exports = { sink };
