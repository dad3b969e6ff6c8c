/** The API Fabric: the token interface and the interfaces with a bearer token (C1). */
import { badRequest, isInteger, jsonBody, unknownField, type Body } from './checks';
import type { AccessCode } from './data';
import type { Platform, RecordedRequest } from './platform';
import { htmlPage, type Answer, type Service } from './service';

const MAX_LIFETIME_SECONDS = 3600;

/** Source: vendor page cec_07_0002. */
function giveToken(platform: Platform, request: RecordedRequest): Answer {
	const { account } = platform.options;
	const { behaviour, stats } = platform;
	stats.tokenRequests++;
	const recent = platform.tokens.countRequest(Date.now());
	if (behaviour.tokenRequestsPerMinute > 0 && recent > behaviour.tokenRequestsPerMinute) {
		return htmlPage(429, '<h1>Too many requests</h1>');
	}
	const body = jsonBody(request.body);
	const asked = Number(request.headers['x-token-expire'] ?? MAX_LIFETIME_SECONDS);
	if (!body || !isInteger(asked, 1, MAX_LIFETIME_SECONDS)) return badRequest('Invalid request');
	if (body.app_key !== account.appKey || body.app_secret !== account.appSecret) {
		return behaviour.wrongKeyAnswer === 'html403'
			? htmlPage(403)
			: {
					status: 401,
					json: { error: 'invalid_client', error_description: 'app_key or app_secret is wrong' },
				};
	}
	const lifetime = Math.min(asked, behaviour.tokenLifetimeSeconds);
	const token = platform.tokens.issue(account.appKey, lifetime, Date.now());
	return {
		json: {
			AccessToken: token,
			ApplyType: 'Bearer',
			CreateTime: String(Math.floor(platform.now / 1000)),
			...(behaviour.announceExpiry === 'none'
				? {}
				: { [behaviour.announceExpiry]: String(lifetime) }),
			Scope: '',
			AppKey: account.appKey,
			UserID: 'Anonymous',
		},
	};
}

/** Refuses a request that does not come with a living token of its own App Key. */
function refusal(platform: Platform, request: RecordedRequest): Answer | undefined {
	const { account } = platform.options;
	const { behaviour } = platform;
	const [, token = ''] = /^Bearer (\S+)$/.exec(String(request.headers.authorization ?? '')) ?? [];
	const owner = platform.tokens.ownerOf(token, Date.now());
	const isTenantRight =
		!behaviour.requireTenantSpace || request.headers['x-tenantspaceid'] === account.tenantSpaceId;
	const appKey = request.headers['x-app-key'];
	const isAppKeyRight = appKey === owner || (behaviour.appKeyOptional && appKey === undefined);
	if (owner !== undefined && isAppKeyRight && isTenantRight) return undefined;
	return {
		status: behaviour.deadTokenStatus,
		json: { error: 'invalid_token', error_description: 'Authentication fails.' },
	};
}

const PAGE = 100;
const MAX_OFFSET = 100;
const QUERYABLE_MEDIA_TYPES = [2, 5, 53];

function matches(code: AccessCode, body: Body): boolean {
	const { accessCode, description, mediatypeId } = body;
	return (
		(accessCode === undefined || code.accessCode.includes(String(accessCode))) &&
		(description === undefined || (code.description ?? '').includes(String(description))) &&
		(mediatypeId === undefined || code.mediatypeId === mediatypeId)
	);
}

/** Source: seed queryAccessCodeList. */
function queryAccessCodes(platform: Platform, body: Body): Answer {
	const { behaviour, data } = platform;
	const { accessCode, description, mediatypeId, limit = PAGE, offset = 0 } = body;
	const areTextsRight = [accessCode, description].every(
		(value) => value === undefined || typeof value === 'string',
	);
	const stranger = unknownField(body, [
		'accessCode',
		'description',
		'mediatypeId',
		'limit',
		'offset',
	]);
	if (stranger !== undefined) return badRequest(`Unknown parameter ${stranger}`);
	if (!areTextsRight || !isInteger(limit, 0, Infinity) || !isInteger(offset, 0, Infinity)) {
		return badRequest('Wrong type of a parameter');
	}
	if (mediatypeId !== undefined && !isInteger(mediatypeId, -Infinity, Infinity)) {
		return badRequest('Wrong type of a parameter');
	}
	if (mediatypeId !== undefined && !QUERYABLE_MEDIA_TYPES.includes(mediatypeId)) {
		return { json: { returnCode: '1', description: 'mediatypeId is invalid' } };
	}
	if (offset > MAX_OFFSET && behaviour.beyondOffset === 'refuse') {
		return { json: { returnCode: '1', description: 'offset is out of range' } };
	}
	const start = behaviour.beyondOffset === 'repeat' ? Math.min(offset, MAX_OFFSET) : offset;
	const found = data.accessCodes.filter((code) => matches(code, body));
	const rows = found.slice(start, start + Math.min(limit, PAGE));
	const page = behaviour.accessCodesBareArray
		? rows
		: { total: found.length, calledRouteList: rows };
	return { json: { returnCode: '0', data: page, description: 'success' } };
}

function isPhoneNumber(value: unknown): boolean {
	return ['string', 'number'].includes(typeof value) && /^.{1,32}$/.test(String(value));
}

/** Source: seed getCalledInfo; its sample sends numbers where the table says text. */
function getCalledInfo(platform: Platform, body: Body): Answer {
	const { caller, called } = body;
	if (!isPhoneNumber(caller) || !isPhoneNumber(called)) return badRequest('Wrong number');
	const { calledNumbers } = platform.data;
	const number = String(called);
	const known = Object.hasOwn(calledNumbers, number) ? calledNumbers[number] : undefined;
	return { json: known ?? { retMsg: 'Called is not configured', retCode: '5' } };
}

/** Source: seed queryfaultyuser; its sample has the return code as a number. */
function queryFaultyUser(platform: Platform, body: Body): Answer {
	const areTexts = Object.values(body).every((value) => typeof value === 'string');
	const hasAll = ['msisdn', 'faultTime', 'complaintScene', 'queryFlag'].every((name) => body[name]);
	if (!areTexts || !hasAll || body.queryFlag !== '1') {
		return { json: { returnCode: 101, description: 'Parameter verification failed.', data: [] } };
	}
	if (!/^\d{13}$/.test(String(body.faultTime))) {
		return { json: { returnCode: 3, description: 'Invalid fault time.', data: [] } };
	}
	const { subscribers } = platform.data;
	const msisdn = String(body.msisdn);
	const known = Object.hasOwn(subscribers, msisdn) ? subscribers[msisdn] : undefined;
	return {
		json: known ?? {
			returnCode: 1,
			description: 'Query succeeded. No data is found in the query result.',
			data: [],
		},
	};
}

/** Adds the routes of the API Fabric to a server. */
export function addFabricRoutes(service: Service, platform: Platform): void {
	const withToken =
		(answer: (platform: Platform, body: Body) => Answer) =>
		(request: RecordedRequest): Answer => {
			const refused = refusal(platform, request);
			if (refused) return refused;
			const body = jsonBody(request.body);
			return body ? answer(platform, body) : badRequest('The body is not a JSON object');
		};
	service.route('POST', '/apigovernance/api/oauth/tokenByAkSk', 'token', (request) =>
		giveToken(platform, request),
	);
	service.route(
		'POST',
		'/apiaccess/rest/cc-management/v1/accessCodeInfo/queryAccessCodeList',
		'accessCodes',
		withToken(queryAccessCodes),
	);
	service.route(
		'POST',
		'/apiaccess/CC-Management/v1/mobileAgent/getCalledInfo',
		'calledInfo',
		withToken(getCalledInfo),
	);
	service.route(
		'POST',
		'/apiaccess/CC-Management/v1/smartcare/queryfaultyuser',
		'faultUsers',
		withToken(queryFaultyUser),
	);
}
