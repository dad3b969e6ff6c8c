/** Timers that keep no process alive. Plain JavaScript, as all that runs on Node.js alone. */

/**
 * Does something after a while.
 *
 * @param {number} milliseconds
 * @param {() => void} work
 * @returns {() => void} what to call when it is not wanted any more
 */
function later(milliseconds, work) {
	const timer = setTimeout(work, milliseconds);
	timer.unref();
	return () => clearTimeout(timer);
}

module.exports = { later };
