/** CC-iSales and CC-CMS: the interfaces with a signature (C2). */
import { badRequest, isInteger, jsonBody } from './checks';
import { addExternalResultRoutes } from './externalResults';
import { pageOf, success } from './isalesAnswer';
import { addOutboundRoutes } from './outbound';
import type { Platform, RecordedRequest } from './platform';
import type { Answer, Service } from './service';
import { CAMPAIGNS, signedRoutes } from './signedRoutes';

function obsResultCodes({ data }: Platform, request: RecordedRequest): Answer {
	return success('query queryOBSResultCode', {
		obsCodes: pageOf(data.obsResultCodes, request.query),
		totalCount: data.obsResultCodes.length,
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

/** Adds the routes of CC-iSales and CC-CMS to a server. */
export function addIsalesRoutes(service: Service, platform: Platform): void {
	const add = signedRoutes(service, platform);
	add('GET', `${CAMPAIGNS}/queryOBSResultCode`, 'obsResultCodes', (request) =>
		obsResultCodes(platform, request),
	);
	addExternalResultRoutes(add, platform);
	addOutboundRoutes(add, platform);
	add('POST', '/rest/cmsapp/v2/openapi/vdn/querycalls', 'queryCalls', (request) =>
		queryCalls(platform, request),
	);
}
