/** Tables for a terminal and for documents. */

/** Longer lines, such as error texts, stand out over the rule. */
const RULE_WIDTH = 96;

/**
 * @param {string[]} head
 * @param {Array<Array<string | number>>} rows numbers are aligned to the right
 * @returns {string}
 */
function table(head, rows) {
	const widths = head.map((title, column) =>
		Math.max(title.length, ...rows.map((row) => String(row[column] ?? '').length)),
	);
	/** @param {Array<string | number>} cells */
	const line = (cells) =>
		cells
			.map((cell, column) => {
				const width = widths[column] ?? 0;
				return typeof cell === 'number' ? String(cell).padStart(width) : cell.padEnd(width);
			})
			.join('   ')
			.trimEnd();
	const rule = '─'.repeat(
		Math.min(
			RULE_WIDTH,
			widths.reduce((sum, width) => sum + width + 3, -3),
		),
	);
	return [line(head), rule, ...rows.map(line)].map((text) => `  ${text}`).join('\n');
}

/**
 * A table for a Markdown document.
 *
 * @param {string[]} head
 * @param {string[][]} rows
 * @returns {string}
 */
function markdownTable(head, rows) {
	const widths = head.map((title, column) =>
		Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
	);
	/** @param {string[]} cells */
	const line = (cells) =>
		`| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
	return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

module.exports = { markdownTable, table };
