/** CC-iSales and CC-CMS: the interfaces with a signature (C2). */
import type { FastifyRequest } from 'fastify';

import { badRequest, isInteger, jsonBody } from './checks';
import type { Platform, RecordedRequest } from './platform';
import type { Answer, Route, Service } from './service';
import { signatureFault } from './verifySignature';

const CONTENT_TYPE = 'application/json; charset=UTF-8';
const MAX_PAGE_SIZE = 50;

function isalesAnswer(code: string, text: string, payload: object = {}): Answer {
	return {
		json: { ...payload, resultCode: code, resultDesc: text, returnCode: code, returnDesc: text },
	};
}

function success(name: string, payload: object): Answer {
	return isalesAnswer('0200000', `${name} success`, payload);
}

function parameterError(text: string): Answer {
	return isalesAnswer('0200001', text);
}

/** Refuses a request that is not signed as the platform wants it. */
function refusal(platform: Platform, request: RecordedRequest, target: string): Answer | undefined {
	if (request.headers['content-type'] !== CONTENT_TYPE) {
		return badRequest(`Content-Type must be ${CONTENT_TYPE}`);
	}
	const fault = signatureFault(
		{ method: request.method, target, headers: request.headers, body: request.body },
		platform.options.account,
		platform.now,
		platform.behaviour.clockToleranceSeconds,
	);
	return fault === undefined
		? undefined
		: { status: 401, json: { message: `Unauthorized: ${fault}` } };
}

/** A page of a list, as `pageNum` from 1 and `pageSize` from 1 to 50 ask for it. */
function pageOf<T>(rows: T[], { pageNum, pageSize }: Record<string, string>): T[] | Answer {
	if (!pageNum || !pageSize) return isalesAnswer('02000001', 'pageNum or pageSize is empty');
	const [page, size] = [Number(pageNum), Number(pageSize)];
	if (!isInteger(page, 1, Infinity) || !isInteger(size, 1, MAX_PAGE_SIZE)) {
		return isalesAnswer('02000007', 'pageNum or pageSize is out of range');
	}
	return rows.slice((page - 1) * size, page * size);
}

function obsResultCodes({ data }: Platform, request: RecordedRequest): Answer {
	const rows = pageOf(data.obsResultCodes, request.query);
	if (!Array.isArray(rows)) return rows;
	return success('query queryOBSResultCode', {
		obsCodes: rows,
		totalCount: data.obsResultCodes.length,
	});
}

function externalResults({ data }: Platform, request: RecordedRequest): Answer {
	const rows = pageOf(data.externalResults, request.query);
	if (!Array.isArray(rows)) return rows;
	return success('queryOBSResults', {
		data: rows.map(({ displayResult, resultCode, defId }) => ({
			displayResult,
			resultCode,
			defId,
		})),
		totalCount: data.externalResults.length,
	});
}

/** The sample has the VDN ID as a number in the result and as text in its mappings. */
function externalResult({ data, options }: Platform, defId: string): Answer {
	const found = data.externalResults.find((result) => result.defId === defId);
	if (!found) return parameterError(`The external result ${defId} does not exist`);
	const { vdnId } = options.account;
	const { failCodes, ...result } = found;
	return success('queryObsResultDetail', {
		obResult: {
			...result,
			vdnId,
			resultMapList: failCodes.map((failCode, index) => ({
				mapId: String(1_059_886_898 + index),
				defId,
				failCode,
				vdnId: String(vdnId),
			})),
		},
	});
}

/** Calls of yesterday and today. Source: vendor page cec_07_0607 (querycalls v2). */
function queryCalls({ data, options }: Platform, request: RecordedRequest): Answer {
	const body = jsonBody(request.body);
	if (!body) return badRequest('The body is not a JSON object');
	const { ccId, vdn, beginDate, endDate, isCallIn, limit = 100, offset = 0 } = body;
	const isRight =
		isInteger(ccId, 1, 65_535) &&
		vdn === options.account.vdnId &&
		['true', 'false'].includes(String(isCallIn)) &&
		typeof isCallIn === 'string' &&
		Number(beginDate) > 0 &&
		Number(endDate) >= Number(beginDate) &&
		isInteger(limit, 1, 100) &&
		isInteger(offset, 0, Infinity);
	if (!isRight) return { json: { resultCode: '0100002', resultDesc: 'Illegal parameter' } };
	const found = data.calls.filter(
		(call) =>
			call.isCallIn === (isCallIn === 'true') &&
			call.logDate >= Number(beginDate) &&
			call.logDate <= Number(endDate),
	);
	const payload = {
		data: found.slice(offset, offset + limit),
		count: found.length,
	};
	return { json: { resultCode: '0100000', resultDesc: payload, resultDatas: payload } };
}

const CAMPAIGNS = '/rest/isales/v1/openapi/campaigns/:vdnId';

/** Adds the routes of CC-iSales and CC-CMS to a server. */
export function addIsalesRoutes(service: Service, platform: Platform): void {
	const signed =
		(answer: (request: RecordedRequest, params: Record<string, string>) => Answer): Route =>
		(request: RecordedRequest, raw: FastifyRequest): Answer => {
			const refused = refusal(platform, request, raw.raw.url ?? '');
			if (refused) return refused;
			const params = raw.params as Record<string, string>;
			const isForeign =
				'vdnId' in params && params.vdnId !== String(platform.options.account.vdnId);
			return isForeign ? parameterError('The VDN does not exist') : answer(request, params);
		};
	service.route(
		'GET',
		`${CAMPAIGNS}/queryOBSResultCode`,
		'obsResultCodes',
		signed((request) => obsResultCodes(platform, request)),
	);
	service.route(
		'GET',
		`${CAMPAIGNS}/queryOBSResults`,
		'externalResults',
		signed((request) => externalResults(platform, request)),
	);
	service.route(
		'GET',
		`${CAMPAIGNS}/:defId/queryObsResultDetail`,
		'externalResult',
		signed((_request, { defId = '' }) => externalResult(platform, defId)),
	);
	service.route(
		'POST',
		'/rest/cmsapp/v2/openapi/vdn/querycalls',
		'queryCalls',
		signed((request) => queryCalls(platform, request)),
	);
}
