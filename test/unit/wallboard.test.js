/** What the example "wallboard" makes of readings, without n8n. */

const { compileFunction } = require('node:vm');
const { DateTime } = require('luxon');
const { nodes } = require('../../examples/wallboard.json');

const { jsCode = '' } = nodes.find(({ name }) => name === 'Page')?.parameters ?? {};
const make = compileFunction(jsCode, ['$', '$now', 'DateTime']);

/**
 * The page.
 *
 * @param {Record<string, object[]>} readings by the nodes that they come from
 * @param {object} settings
 * @param {DateTime} now
 * @returns {string}
 */
function pageOf(readings, settings = {}, now = DateTime.now()) {
	const rows = /** @type {Record<string, object[]>} */ ({ Settings: [settings], ...readings });
	/** @param {string} node */
	const itemsOf = (node) => {
		const items = (rows[node] ?? []).map((json) => ({ json }));
		return { first: () => items[0], all: () => items };
	};
	/** @type {Array<{ json: { html: string } }>} */
	const [item] = make(itemsOf, now, DateTime);
	return item?.json.html ?? '';
}

/**
 * What stands in the tile with a label.
 *
 * @param {string} page
 * @param {string} label
 */
const tile = (page, label) => page.match(`<b>([^<]*)</b><span>${label}`)?.[1];

/**
 * A queue in which nobody waits, and its name.
 *
 * @param {string} name
 * @param {number} index
 */
const queue = (name, index) => ({
	name: { id: index + 1, name },
	reading: { id: String(index + 1), IDX_COUNT_REAL_SKILL_QUEUE: 0 },
});

/**
 * The page of queues with these names.
 *
 * @param {string[]} names
 * @param {object} settings
 */
function pageWith(names, settings = {}) {
	const queues = names.map(queue);
	return pageOf(
		{
			'Names of the queues': queues.map(({ name }) => name),
			'Queues now': queues.map(({ reading }) => reading),
		},
		settings,
	);
}

it.each([
	['Asia/Shanghai', '2026-11-29T15:20:00', ''],
	// Their hours begin at half past by UTC, and at a quarter past; those of the service by UTC.
	['Asia/Kolkata', '2026-11-29T15:20:00', ''],
	['Asia/Kathmandu', '2026-11-29T15:20:00', ''],
	['Asia/Kolkata', '2026-11-29T15:20:00', 'Asia/Kolkata'],
	// The clock went forward, or back.
	['Europe/Berlin', '2026-03-29T15:20:00', ''],
	['Europe/Berlin', '2026-10-25T23:20:00', ''],
	['America/New_York', '2026-11-01T23:20:00', 'America/New_York'],
])('has every call of the day, and the clock, in %s at %s', (zone, at, timeZone) => {
	const now = DateTime.fromISO(at, { zone });
	const first = now.startOf('day').toUTC().startOf('hour');
	const count = Math.ceil(now.diff(first, 'hours').hours);
	const hours = Array.from({ length: count }, (_, hour) => ({
		id: '40',
		indicator: 'IDX_COUNT_INBOUND_CALL',
		time: first.plus({ hours: hour }).setZone(zone).toISO(),
		value: 100 + hour,
	}));
	const page = pageOf({ 'Calls of the day': hours }, { timeZone }, now.toUTC());
	const calls = hours.reduce((sum, { value }) => sum + value, 0);
	expect(tile(page, 'calls today')).toBe(String(calls));
	expect(page).toContain(`${at.slice(11)} · `);
	const title = page.match(/<div class="hour" title="(9:00: \d+ calls)/)?.[1];
	const ninth = hours.filter(
		({ time }) => DateTime.fromISO(time ?? '', { setZone: true }).toFormat('H') === '9',
	);
	expect(title).toBe(`9:00: ${ninth[0]?.value} calls`);
});

it('shows names as they are, and the ID of a queue without one', () => {
	const page = pageWith(['<script>alert(1)</script>', '"><img src=x>', '']);
	expect(page).not.toMatch(/<img|<script>alert/);
	expect(page).toContain('>&#60;script&#62;alert(1)&#60;/script&#62;<');
	expect(page).toContain('>Queue 3<');
});

it('tells queues apart whose long names end differently, and has the whole name', () => {
	const names = [1, 2].map(
		(team) => `华东大区高净值客户人工座席技能队列（投诉与建议专线）第${team}组`,
	);
	const page = pageWith(names);
	for (const [index, name] of names.entries()) {
		expect(page).toContain(`title="${name}">华东大区高净值`);
		expect(page).toMatch(new RegExp(`…[^<]*第${index + 1}组</div>`));
	}
});

it('stays small with hundreds of queues, however many are to be shown', () => {
	const name = '华东大区高净值客户人工座席技能队列（投诉与建议专线）';
	const page = pageWith(
		Array.from({ length: 300 }, (_, index) => `${name}${index}`),
		{ queuesShown: 300 },
	);
	expect(Buffer.byteLength(page)).toBeLessThan(60_000);
	expect(page).toContain('and 250 more');
});
