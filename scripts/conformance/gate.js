/** Whether a product lets us in: one that does not is left alone. */

const { PRODUCTS } = require('../lib/interface-files');

/** @typedef {import('../../simulator/core/description').Operation} Operation */
/** @typedef {import('./examine').Result} Result */

/** A product that lets nobody in is asked no more than this often. */
const MOST_STRIKES = 3;

/** What a product has done with our keys. */
class Gate {
	/** Whether it has taken them. */
	isOpen = false;

	strikes = 0;

	/** @type {string | undefined} why it is not asked any more */
	closed;

	/** @param {Operation} operation @param {Result} result */
	note({ product, success }, { state, status }) {
		const isShut = state === 'forbidden' || status === undefined;
		// Whatever stands before the platform may answer, too: a code of success comes from nobody else.
		if (state === 'answered' && success.code.length > 0) this.isOpen = true;
		else if (isShut && !this.isOpen) this.strikes += 1;
		if (product === 'ccfs' && state === 'forbidden') {
			this.closed = 'CC-FS refused the keys, and wrong signatures lock the address';
		} else if (this.strikes >= MOST_STRIKES) {
			this.closed = `${PRODUCTS[product]} let none of ${MOST_STRIKES} questions in`;
		}
	}
}

module.exports = { Gate };
