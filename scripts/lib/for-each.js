/**
 * Does something for each number from 0, so many at a time.
 *
 * @template T
 * @param {number} count
 * @param {number} atOnce
 * @param {(index: number) => Promise<T>} work
 * @returns {Promise<T[]>}
 */
async function forEachOf(count, atOnce, work) {
	/** @type {T[]} */
	const results = [];
	let next = 0;
	const worker = async () => {
		while (next < count) {
			const index = next++;
			results[index] = await work(index);
		}
	};
	await Promise.all(Array.from({ length: atOnce }, worker));
	return results;
}

module.exports = { forEachOf };
