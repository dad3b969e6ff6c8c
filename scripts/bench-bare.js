/**
 * What `npm run bench` measures the node beside: loops over n8n's own authenticated request helper, and
 * nothing else. They run in the process of `bench-engine.js`.
 */

const { DAY_MS, IDS_OF_TENANT } = require('./bench-questions');
const { forEachOf } = require('./lib/for-each');

/** @typedef {import('n8n-workflow').INodeType} INodeType */
/** @typedef {import('n8n-workflow').IDataObject} Fields */

/** Requests in flight of the bare loop: what the credential has when nobody changes it. */
const IN_FLIGHT = 10;
const PAGE_SIZE = 50;

/**
 * A node of a few lines with the same fields.
 *
 * @param {INodeType} nodeType
 * @param {NonNullable<INodeType['execute']>} execute
 * @returns {INodeType}
 */
function bare({ description }, execute) {
	return { description, execute };
}

/**
 * Looks the items up with n8n's helper and nothing else, ten in flight: no repeats, no check of the
 * result code, no words for an error.
 *
 * @param {INodeType} nodeType
 */
function bareLookups(nodeType) {
	return bare(nodeType, async function () {
		const rows = await forEachOf(this.getInputData().length, IN_FLIGHT, async (index) => {
			const body = {
				caller: this.getNodeParameter('callerNumber', index),
				called: this.getNodeParameter('calledNumber', index),
			};
			const { result } = await this.helpers.httpRequestWithAuthentication.call(
				this,
				'huaweiAiccTokenApi',
				{
					method: 'POST',
					url: '/apiaccess/CC-Management/v1/mobileAgent/getCalledInfo',
					body,
					json: true,
				},
			);
			return result;
		});
		return [rows.map((json, item) => ({ json, pairedItem: { item } }))];
	});
}

/**
 * Reads the list with n8n's helper and nothing else: the first page, then so many at a time.
 *
 * @param {INodeType} nodeType
 * @param {number} atOnce
 */
function bareList(nodeType, atOnce) {
	return bare(nodeType, async function () {
		/** @param {number} index */
		const page = async (index) =>
			await this.helpers.httpRequestWithAuthentication.call(this, 'huaweiAiccAkSkApi', {
				method: 'GET',
				url: '/rest/isales/v1/openapi/campaigns/{vdnId}/queryOBSResultCode',
				qs: { pageNum: index + 1, pageSize: PAGE_SIZE },
				json: true,
			});
		const first = await page(0);
		const pages = Math.ceil(first.totalCount / PAGE_SIZE);
		const rest = await forEachOf(pages - 1, atOnce, async (index) => await page(index + 1));
		const rows = [first, ...rest].flatMap(({ obsCodes }) => obsCodes);
		return [rows.map((json) => ({ json, pairedItem: { item: 0 } }))];
	});
}

/**
 * Sends voice notifications with n8n's helper and nothing else, ten in flight.
 *
 * @param {INodeType} nodeType
 */
function bareNotifications(nodeType) {
	return bare(nodeType, async function () {
		const rows = await forEachOf(this.getInputData().length, IN_FLIGHT, async (index) => {
			const body = {
				called: String(this.getNodeParameter('calledNumber', index)),
				voiceContent: this.getNodeParameter('voiceContent', index),
			};
			const { result } = await this.helpers.httpRequestWithAuthentication.call(
				this,
				'huaweiAiccTokenApi',
				{
					method: 'POST',
					url: '/apiaccess/rest/voiceNotification/v1/createVoiceNotification',
					body,
					json: true,
				},
			);
			return result;
		});
		return [rows.map((json, item) => ({ json, pairedItem: { item } }))];
	});
}

/**
 * A list that is asked for in parts.
 *
 * @typedef {object} Parts
 * @property {string} credential
 * @property {string} url
 * @property {Fields[]} parts what the body of each has, beside the page
 * @property {(offset: number) => Fields} page
 * @property {(answer: any) => { rows: Fields[], total: number }} read
 */

/** Rows on a page of calls. */
const CALLS_ON_PAGE = 100;

/**
 * Reads the parts of a list with n8n's helper and nothing else: the first page of each, then ten at a
 * time.
 *
 * @param {INodeType} nodeType
 * @param {Parts} list
 */
function bareParts(nodeType, { credential, url, parts, page, read }) {
	return bare(nodeType, async function () {
		/** @param {Fields | undefined} part @param {number} offset */
		const ask = async (part, offset) =>
			read(
				await this.helpers.httpRequestWithAuthentication.call(this, credential, {
					method: 'POST',
					url,
					body: { ...part, ...page(offset) },
					json: true,
				}),
			);
		const firsts = await Promise.all(parts.map(async (part) => await ask(part, 0)));
		const others = firsts.flatMap(({ total }, part) =>
			Array.from({ length: Math.ceil(total / CALLS_ON_PAGE) - 1 }, (_, index) => ({
				part: parts[part],
				offset: (index + 1) * CALLS_ON_PAGE,
			})),
		);
		const rest = await forEachOf(others.length, IN_FLIGHT, async (index) => {
			const { part, offset = 0 } = others[index] ?? {};
			return await ask(part, offset);
		});
		const rows = [...firsts, ...rest].flatMap((answer) => answer.rows);
		return [rows.map((json) => ({ json, pairedItem: { item: 0 } }))];
	});
}

/** @param {INodeType} nodeType */
function bareCallDetails(nodeType) {
	const now = Date.now();
	return bareParts(nodeType, {
		credential: 'huaweiAiccTokenApi',
		url: '/apiaccess/CC-Management/v1/mobileAgent/queryCallDetailRecord',
		parts: [21, 14, 7].map((days) => ({
			startTime: String(now - days * DAY_MS),
			endTime: String(now - (days - 7) * DAY_MS),
		})),
		page: (offset) => ({ offset: String(offset), limit: String(CALLS_ON_PAGE) }),
		read: ({ result }) => ({ rows: result.callInfo, total: result.total }),
	});
}

/** @param {INodeType} nodeType */
function bareCallRecords(nodeType) {
	const midnight = Math.floor(Date.now() / DAY_MS) * DAY_MS;
	return bareParts(nodeType, {
		credential: 'huaweiAiccAkSkApi',
		url: '/rest/cmsapp/v2/openapi/vdn/querycalls',
		parts: ['true', 'false'].map((isCallIn) => ({
			...IDS_OF_TENANT,
			beginDate: String(midnight),
			endDate: String(midnight + DAY_MS - 1),
			isCallIn,
		})),
		page: (offset) => ({ offset, limit: CALLS_ON_PAGE }),
		read: ({ resultDesc }) => ({ rows: resultDesc.data, total: resultDesc.count }),
	});
}

module.exports = {
	bareCallDetails,
	bareCallRecords,
	bareList,
	bareLookups,
	bareNotifications,
	IN_FLIGHT,
	PAGE_SIZE,
};
