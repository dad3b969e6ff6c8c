/** What is known of the tenant: what was entered, and what earlier answers have given. */

const { DateTime } = require('luxon');
const { CLOCK_TOLERANCE_MS } = require('./clock');

/** @typedef {import('../../simulator/core/description').Operation} Operation */
/** @typedef {import('../../simulator/core/description').Schema} Schema */

/** What is asked of the last day lies within the days that every interface keeps. */
const SPAN_MS = 24 * 60 * 60 * 1000;

/** @type {Array<[operationId: string, field: string]>} */
const LIVE_CALLS = [
	['agentQueryagentcalls', 'callId'],
	['agentgroupQueryagentcalls', 'callId'],
];

/**
 * Which answers have a value for a parameter: the name of the interface, and that of its field.
 *
 * @type {Record<string, Array<[operationId: string, field: string]>>}
 */
const SOURCES = {
	accountCode: [['agentAccountQuery', 'userAccount']],
	agentId: [
		['agentAccountQuery', 'workNo'],
		['totalagentabstractex3', 'agentId'],
		['totalagentabstractex3', 'workNo'],
		['configuresAgents', 'agentId'],
	],
	callId: [['querycallsV2', 'callId']],
	callSerialNo: [['queryCallDetailRecord', 'callSerialNo']],
	called: [['queryAccessCodeList', 'accessCode']],
	caller: [['queryCallDetailRecord', 'caller']],
	campaignId: [['queryCampaigns', 'id']],
	campaignTemplateId: [['templateList', 'id']],
	defId: [['queryOBSResults', 'defId']],
	logDate: [['querycallsV2', 'logDate']],
	skillId: [
		['configuresSkills', 'id'],
		['querySkills', 'skillId'],
	],
};

/** Where an interface needs another kind of the same thing. @type {typeof SOURCES} */
const OWN_SOURCES = {
	'callresultdetail callId': [['callresult', 'callId']],
	'querybasiccallinfo callId': LIVE_CALLS,
	'querydetailcallinfo callId': LIVE_CALLS,
};

/** @param {string} operationId @param {string} name of a parameter */
function sourcesOf(operationId, name) {
	const single = name.replace(/Ids$/, 'Id');
	return OWN_SOURCES[`${operationId} ${single}`] ?? SOURCES[single] ?? [];
}

/** Why there is no value for a parameter, where that can be said. @type {Record<string, string>} */
const REASONS = {
	agentOprInfoFileName: 'the name of a file is pushed, and no interface lists it',
	billFileName: 'the name of a file is pushed, and no interface lists it',
	fileName: 'the name of a recording is in a bill file',
	dataId: 'the number of a record is given out when it is added, which is a change',
	indexIds: 'the description has no name of an indicator for it',
	msisdn: 'the number of a subscriber was not given (AICC_MSISDN)',
	taskId: 'the number of a diagnosis is given out when it is begun, which is a change',
};

/**
 * The values of that name in an answer, in their order.
 *
 * @param {unknown} json
 * @param {string} field
 * @returns {Array<string | number>}
 */
function valuesIn(json, field) {
	if (typeof json !== 'object' || json === null) return [];
	const own = /** @type {Record<string, unknown>} */ (json)[field];
	const isValue = (typeof own === 'string' && own !== '') || typeof own === 'number';
	return [
		...(isValue ? [own] : []),
		...Object.values(json).flatMap((inner) => valuesIn(inner, field)),
	];
}

/** @param {Schema} schema @param {number} time epoch milliseconds @param {string} zone of the tenant */
function timeFor(schema, time, zone) {
	const { pattern, 'x-clock': clock } = schema;
	if (typeof pattern === 'string' && pattern.includes('-')) {
		const local = DateTime.fromMillis(time, { zone: clock === 'utc' ? 'utc' : zone });
		return local.toFormat(pattern.includes(':') ? 'yyyy-MM-dd HH:mm:ss' : 'yyyy-MM-dd');
	}
	return clock === 'epoch-s' ? Math.floor(time / 1000) : time;
}

class Known {
	/** @type {Map<string, unknown>} answers by operationId */
	#answers = new Map();

	/** Milliseconds by which the clock of a product is ahead, where it is wrong. @type {Record<string, number>} */
	#ahead = {};

	/** @param {import('./settings').Settings} settings @param {number} now epoch milliseconds */
	constructor({ akSk, msisdn, timeZone }, now) {
		this.now = now;
		this.zone = timeZone;
		const { vdnId: vdn, ccId } = akSk ?? {};
		/** @type {Record<string, unknown>} */
		this.entered = { ccId, subCcNo: ccId, vdn, vdnId: vdn, vdnIds: vdn, msisdn };
	}

	/** @param {string} operationId @param {unknown} answer without lost digits */
	learn(operationId, answer) {
		this.#answers.set(operationId, answer);
	}

	/**
	 * What is asked of the last day means the platform's.
	 *
	 * @param {string} product
	 * @param {number} [difference] milliseconds by which its clock is ahead
	 */
	learnClock(product, difference = 0) {
		if (Math.abs(difference) > CLOCK_TOLERANCE_MS) this.#ahead[product] ??= difference;
	}

	/**
	 * @param {Operation} operation that is to be asked
	 * @param {string} name of a parameter
	 * @param {Schema} schema
	 * @param {number} turn which of several, from 0; the last one when there are fewer
	 * @returns {unknown} undefined for none
	 */
	value({ product, operationId }, name, schema, turn) {
		if (name in this.entered) return this.entered[name];
		if (name === 'isCallIn' || name === 'isCallin') return 'true';
		if (name in SAMPLES) return SAMPLES[name];
		return this.#time(product, name, schema) ?? this.#found(operationId, name, turn);
	}

	/** @param {string} operationId @param {string} name @param {number} turn @returns {unknown} */
	#found(operationId, name, turn) {
		const lists = sourcesOf(operationId, name).map(([source, field]) =>
			valuesIn(this.#answers.get(source), field),
		);
		const values = lists.find((list) => list.length > 0) ?? [];
		return values[turn] ?? values.at(-1);
	}

	/** @param {string} product @param {string} name @param {Schema} schema */
	#time(product, name, schema) {
		const now = this.now + (this.#ahead[product] ?? 0);
		const day = DateTime.fromMillis(now - SPAN_MS, { zone: this.zone });
		if (name === 'beginDayTime') return day.toFormat('yyyy-MM-dd 00:00:00');
		if (name === 'endDayTime') return day.toFormat('yyyy-MM-dd 23:59:59');
		if (/^(begin|start)(Date|Time)$/.test(name)) return timeFor(schema, now - SPAN_MS, this.zone);
		if (/^(end(Date|Time)|faultTime)$/.test(name)) return timeFor(schema, now, this.zone);
		return undefined;
	}
}

/** Choices of a page that have no meaning for the tenant. @type {Record<string, unknown>} */
const SAMPLES = { complaintScene: '1', queryFlag: '1' };

/**
 * Why an interface cannot be asked.
 *
 * @param {string} operationId
 * @param {string[]} lacking names of parameters
 * @returns {string}
 */
function reasonFor(operationId, lacking) {
	return lacking
		.map((name) => {
			const reason = REASONS[name];
			if (reason) return `${name}: ${reason}`;
			const sources = sourcesOf(operationId, name);
			const asked = [...new Set(sources.map(([operationId]) => operationId))].join(' or ');
			return asked
				? `${name}: ${asked} gave none`
				: `${name}: no interface that only reads gives it`;
		})
		.join('; ');
}

module.exports = { Known, reasonFor };
