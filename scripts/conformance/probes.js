/**
 * Questions beside the least ones, for what the description leaves open and only another question
 * shows. They read, too, and are put to interfaces only that have answered before.
 */

/** @typedef {import('./plan').Question} Question */
/** @typedef {{ state: string, json: unknown }} Told */
/** @typedef {(change: (question: Question) => Question, without?: string) => Promise<Told>} Put */

/**
 * @typedef {object} Probe
 * @property {string} name of the interface
 * @property {(put: Put, settings: import('./settings').Settings) => Promise<string | undefined>} find
 *   says in words what is not as plain as could be
 */

/** The farthest row of access codes that a page allows to begin with. */
const LAST_OFFSET = 100;

const DAY_MS = 24 * 60 * 60 * 1000;

/** @param {number} offset @returns {(question: Question) => Question} */
const fromRow = (offset) => (question) => ({
	...question,
	body: { ...question.body, offset, limit: 1 },
});

/** @param {Question} question */
const asItIs = (question) => question;

/** @param {unknown} json the only access code in an answer, as text */
function onlyCode(json) {
	const { data } = /** @type {{ data?: unknown }} */ (json ?? {});
	const rows = Array.isArray(data) ? data : Object(data).calledRouteList;
	return Array.isArray(rows) && rows.length > 0 ? JSON.stringify(rows[0]) : undefined;
}

/** @param {Told} told */
function isLetIn({ state }) {
	return state === 'answered';
}

/** @type {Probe[]} */
const PROBES = [
	{
		name: 'queryAccessCodeList',
		find: async (put) => {
			const beyond = await put(fromRow(2 * LAST_OFFSET));
			const code = onlyCode(beyond.json);
			if (code === undefined) return undefined;
			const isSame = code === onlyCode((await put(fromRow(LAST_OFFSET))).json);
			return isSame
				? `beyond offset ${LAST_OFFSET} the rows of offset ${LAST_OFFSET} come again`
				: `rows beyond offset ${LAST_OFFSET} are given out`;
		},
	},
	{
		name: 'querySkills',
		find: async (put) =>
			isLetIn(await put(asItIs, 'X-APP-Key')) ? 'X-APP-Key may be left out' : undefined,
	},
	{
		name: 'querySkills',
		find: async (put, { token }) => {
			if (!token?.tenantSpaceId) return undefined;
			const isNeeded = !isLetIn(await put(asItIs, 'X-TenantSpaceID'));
			return isNeeded ? 'X-TenantSpaceID must be there' : undefined;
		},
	},
	{
		name: 'querycallsV2',
		find: async (put) => {
			const old = await put((question) => ({
				...question,
				body: {
					...question.body,
					beginDate: String(Number(question.body?.beginDate) - 3 * DAY_MS),
				},
			}));
			return old.state === 'refused' ? 'a span that begins before yesterday is refused' : undefined;
		},
	},
];

module.exports = { PROBES };
