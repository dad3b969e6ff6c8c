/** Tables for a terminal and for documents. */

const Table = require('cli-table3');

/** No line anywhere: what cli-table3 draws a table with. */
const NO_LINES = {
	...{ top: '', 'top-left': '', 'top-mid': '', 'top-right': '' },
	...{ bottom: '', 'bottom-left': '', 'bottom-mid': '', 'bottom-right': '' },
	...{ mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
	...{ left: '', middle: '', right: '' },
};

/**
 * @param {string[]} head
 * @param {Array<Array<string | number>>} rows numbers are aligned to the right
 * @param {Partial<typeof NO_LINES>} lines
 * @returns {string}
 */
function draw(head, rows, lines) {
	const isNumeric = head.map((_, column) => rows.some((row) => typeof row[column] === 'number'));
	const drawn = new Table({
		head,
		colAligns: isNumeric.map((numeric) => (numeric ? 'right' : 'left')),
		chars: { ...NO_LINES, ...lines },
		style: { head: [], border: [], compact: true, 'padding-left': 0, 'padding-right': 0 },
	});
	drawn.push(...rows);
	return drawn.toString();
}

/**
 * A table for a terminal.
 *
 * @param {string[]} head
 * @param {Array<Array<string | number>>} rows numbers are aligned to the right
 * @returns {string}
 */
function table(head, rows) {
	const lines = { mid: '─', 'mid-mid': '───', middle: '   ' };
	return draw(head, rows, lines).replace(/^/gm, '  ').replace(/ +$/gm, '');
}

/**
 * A table for a Markdown document.
 *
 * @param {string[]} head
 * @param {string[][]} rows
 * @returns {string}
 */
function markdownTable(head, rows) {
	const bars = { left: '| ', middle: ' | ', right: ' |' };
	const rule = { 'left-mid': '| ', mid: '-', 'mid-mid': ' | ', 'right-mid': ' |' };
	return draw(head, rows, { ...bars, ...rule });
}

module.exports = { markdownTable, table };
