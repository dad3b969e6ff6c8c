/** Ways in which a platform may differ from its description, and what a report says of each. */

const { gzipSync } = require('node:zlib');

/** @typedef {import('./tampering').Answer} Answer */
/** @typedef {ReturnType<typeof JSON.parse>} Json */

/**
 * Changes an answer that is JSON.
 *
 * @param {(json: Json) => void} change
 * @returns {(answer: Answer) => void}
 */
const json = (change) => (answer) => {
	/** @type {Json} */
	const value = JSON.parse(answer.text);
	change(value);
	answer.text = JSON.stringify(value);
};

/** A list as an object whose fields are called by those of its rows. @param {Json[]} rows @param {string} name */
const byName = (rows, name) => Object.fromEntries(rows.map((row) => [row[name], row]));

/**
 * Differences by the last part of a path, and the row of the report that names each.
 *
 * @type {Array<[end: string, change: (answer: Answer) => void, title: string, row: string]>}
 */
const DIFFERENCES = [
	[
		'tokenByAkSk',
		json((it) => {
			it.Expires = 3600;
		}),
		'Differences',
		'API Fabric tokenByAkSk | `Expires` | text | number of 4 digits',
	],
	[
		'querySkills',
		json((it) => {
			it.data[1].skillId = '10';
		}),
		'Differences',
		'API Fabric querySkills | `data[].skillId` | number | text of 2 digits',
	],
	[
		'queryAccessCodeList',
		json((it) => {
			it.data.calledRouteList[0].n400Number = 5;
		}),
		'Differences',
		'API Fabric queryAccessCodeList | `data.calledRouteList[].n400Number` | text or null | number of 1 digit',
	],
	[
		'queryCalledRoute',
		json((it) => {
			it.retCode = it.returnCode;
			delete it.returnCode;
		}),
		'Differences',
		'API Fabric queryCalledRoute | `returnCode` | the result code | missing; there is retCode',
	],
	[
		'queryIVRFlowList',
		(it) =>
			Object.assign(it, {
				status: 403,
				headers: { 'content-type': 'text/html' },
				text: '<html>Blocked</html>',
			}),
		'Missing, forbidden, refused, failed',
		'API Fabric queryIVRFlowList | forbidden | HTTP 403, a page (HTML)',
	],
	[
		'queryVoiceNotificationRecording',
		(it) => Object.assign(it, { status: 404, text: '' }),
		'Missing, forbidden, refused, failed',
		'API Fabric queryVoiceNotificationRecording | missing | HTTP 404, nothing',
	],
	[
		'queryCallDetailRecord',
		json((it) => {
			for (const call of it.result.callInfo) call.startTime = Math.floor(call.startTime / 1000);
		}),
		'Differences',
		'API Fabric queryCallDetailRecord | `result.callInfo[].startTime` | milliseconds since 1970 | number of 10 digits',
	],
	[
		'queryCallState',
		json((it) => {
			it.result.state = 77;
		}),
		'Values without a meaning',
		'API Fabric queryCallState | `result.state` | one of 0, 1, 2, 3 | number of 2 digits: 77',
	],
	[
		'queryAgentInfoByAccount',
		json((it) => {
			delete it.data.workNo;
		}),
		'Fields that did not come',
		'API Fabric queryAgentInfoByAccount | `data.workNo` | described | in no row',
	],
	[
		'agentAccount/query',
		json((it) => {
			it.data = byName(it.data, 'userAccount');
		}),
		'Differences',
		'API Fabric agentAccountQuery | `data` | list | object with 10 fields',
	],
	[
		'campaigns/40',
		json((it) => {
			it.data[0].ownerDepartment = 'Sales of Example';
		}),
		'More than described',
		'CC-iSales queryCampaigns | `data[].ownerDepartment` | text of 16 characters',
	],
	[
		'queryOBSResults',
		json((it) => {
			it.totalCount = String(it.totalCount);
		}),
		'Differences',
		'CC-iSales queryOBSResults | `totalCount` | whole number | text of 2 digits',
	],
	[
		'queryOBSResultCode',
		json((it) => {
			it.resultCode = 200000;
		}),
		'Differences',
		'CC-iSales queryOBSResultCode | `resultCode` | 0200000, or a code of the page | 200000',
	],
	[
		'blocklist/query',
		(it) => {
			it.text = '<html>Sign in</html>';
			it.headers['content-type'] = 'text/html';
		},
		'Differences',
		'CC-iSales blocklistQuery | `(the answer)` | JSON | a page (HTML)',
	],
	[
		'queryObsResultDetail',
		json((it) => {
			it.resultCode = '0299999';
			it.returnCode = '0299999';
		}),
		'Differences',
		'CC-iSales queryObsResultDetail | `resultCode` | 0200000, or a code of the page | 0299999',
	],
	[
		'configures/skills',
		json((it) => {
			it.resultDesc = { skills: it.resultDesc };
		}),
		'Differences',
		'CC-CMS configuresSkills | `resultDesc` | list | object with 1 field',
	],
	[
		'configures/vdns',
		json((it) => {
			delete it.resultDesc;
		}),
		'Differences',
		'CC-CMS configuresVdns | `resultDesc` | always there | missing',
	],
	[
		'skill/rindex',
		json((it) => {
			it.resultDesc[0].idxs[0].val = 3;
		}),
		'Differences',
		'CC-CMS skillRindex | `resultDesc[].idxs[].val` | text | number of 1 digit',
	],
	[
		'rindex/vdn',
		(it) => Object.assign(it, { status: 500, text: '{"message":"Zhang San"}' }),
		'Missing, forbidden, refused, failed',
		'CC-CMS rindexVdn | failed | HTTP 500, JSON',
	],
	[
		'hisindex/vdn',
		(it) => {
			it.status = 201;
		},
		'Differences',
		'CC-CMS hisindexVdn | `(HTTP status)` | 200 | 201',
	],
	[
		'servicequality',
		(it) => {
			it.headers['content-type'] = 'text/plain';
		},
		'Differences',
		'CC-CMS servicequality | `(Content-Type)` | application/json | text/plain',
	],
	[
		'vdn/querycalls',
		json((it) => {
			for (const call of it.resultDesc.data) call.logDate = Math.floor(call.logDate / 1000);
		}),
		'Differences',
		'CC-CMS querycallsV2 | `resultDesc.data[].logDate` | milliseconds since 1970 | number of 10 digits',
	],
	[
		'vdn/queryaccesscodeinfo',
		(it) =>
			Object.assign(it, {
				status: 302,
				headers: { location: 'https://login.example.com/' },
				text: '',
			}),
		'Missing, forbidden, refused, failed',
		'CC-CMS queryaccesscodeinfo | failed | HTTP 302, nothing: leads elsewhere',
	],
	[
		'totalagentabstractex3',
		json((it) => {
			for (const agent of it.resultDesc) agent.name = agent.name.replace(' ', '_');
			it.resultDesc = byName(it.resultDesc, 'name');
		}),
		'Where the description is open',
		'CC-CMS totalagentabstractex3 | no type | object | `resultDesc`',
	],
	[
		'hisindex/agentforday',
		json((it) => {
			it.callsOf = { agent001: 5, agent002: 6 };
		}),
		'More than described',
		'CC-CMS hisindexAgentforday | `callsOf` | object with 2 fields',
	],
	[
		'queryMissedCalls',
		json((it) => {
			it.returnCode = null;
		}),
		'Differences',
		'CC-CMS queryMissedCalls | `returnCode` | 0100000, or a code of the page | null',
	],
	[
		'hisindex/agent',
		(it) => {
			it.text = JSON.stringify({ response: JSON.parse(it.text) });
		},
		'More than described',
		'CC-CMS hisindexAgent | `response` | object with 2 fields',
	],
	[
		'agentsinskill',
		json((it) => {
			it.resultDesc = 'none';
		}),
		'Where the description is open',
		'CC-CMS agentsinskill | no type | text | `resultDesc`',
	],
	[
		'agentstatusinfobyagentids',
		json((it) => {
			it.resultDesc[0].mood = { isGood: true };
		}),
		'Where the description is open',
		'CC-CMS agentstatusinfobyagentids | not described | true or false | `resultDesc[].mood[]`',
	],
	[
		'vdn/querycalls',
		json((it) => {
			for (const call of it.resultDesc.data) call.waitBegin = '2026-01-15 08:00:00';
		}),
		'Differences',
		'CC-CMS querycallsV2 | `resultDesc.data[].waitBegin` | milliseconds since 1970 | text of 19 characters',
	],
	[
		'queryivrprocessinnoinfo',
		(it) => {
			it.text = it.text.slice(0, 40);
		},
		'Differences',
		'CC-CMS queryivrprocessinnoinfo | `(the answer)` | JSON | text that is no JSON',
	],
	[
		'agentbyconfigedskill',
		json((it) => {
			delete it.resultDesc[1].name;
		}),
		'Fields that did not come',
		'CC-CMS agentbyconfigedskill | `resultDesc[].name` | described | not in every row',
	],
	[
		'getRecordFileUrlFromObs',
		json((it) => {
			it.resultCode = '0100000';
			it.resultData = { url: 'https://obs.example.com/a.wav' };
		}),
		'Settled here',
		'success is 0100000, not 0 | getRecordFileUrlFromObs',
	],
	[
		'agentstatusbyskill',
		json((it) => {
			it.resultDesc = { wangwu: 3, zhaoliu: 4 };
		}),
		'Where the description is open',
		'CC-CMS agentstatusbyskill | not described | number | `resultDesc[]`',
	],
	[
		'queryAgentByStatus',
		json((it) => {
			it.agents = { sunba: { workNo: '101', name: 'Example' } };
		}),
		'Where the description is open',
		'CC-CMS queryAgentByStatus | not described | text | `agents[].workNo`, `agents[].name`',
	],
	[
		'querydetailcallinfo',
		json((it) => {
			it['li.si'] = 5;
		}),
		'More than described',
		'CC-CMS querydetailcallinfo | `(a field called by 5 characters)` | number of 1 digit',
	],
	[
		'campaigns/40',
		json((it) => {
			it.totalSize = String(it.totalSize);
			for (const campaign of it.data) campaign.strBeginTime = '2026/01/15 08:00';
		}),
		'Differences',
		'CC-iSales queryCampaigns | `totalSize` | number, as in the sample | text of 3 digits',
	],
	[
		'campaigns/40',
		() => {},
		'Differences',
		'CC-iSales queryCampaigns | `data[].strBeginTime` | yyyy-MM-dd HH:mm:ss, as in the sample | text of 16 characters',
	],
	[
		'statistics',
		json((it) => {
			it.countDetail[0].totalCount = 'many';
		}),
		'Differences',
		'CC-iSales statistics | `countDetail[].totalCount` | number, as in the sample | text of 4 characters',
	],
	[
		'appoint/list',
		json((it) => {
			for (const row of it.data) row.appointTime = '2026-01-15 08:00:00';
			it.totalCount = 1;
		}),
		'Differences',
		'CC-iSales appointList | `data[].appointTime` | number, as in the sample | text of 19 characters',
	],
	[
		'appoint/list',
		() => {},
		'Differences',
		'CC-iSales appointList | `totalCount` | at least 10, as so many rows are there | number of 1 digit: 1',
	],
	[
		'vdn/querycalls',
		json((it) => {
			it.resultDesc.data[0].leaveReason = 77;
		}),
		'Values without a meaning',
		'CC-CMS querycallsV2 | `resultDesc.data[].leaveReason` | one of the table leaveReason | number of 2 digits: 77',
	],
	[
		'40/template',
		json((it) => {
			delete it.data;
			it.totalSize = 3;
		}),
		'Differences',
		'CC-iSales templateList | `data` | 3, by totalSize | missing',
	],
	[
		'queryOBSResults',
		json((it) => {
			it.returnCode = '0200001';
		}),
		'Differences',
		'CC-iSales queryOBSResults | `returnCode` | the same as resultCode | 0200001',
	],
	[
		'queryfaultyuser',
		(it) => {
			it.headers['content-type'] = 'application/json; charset=GBK';
		},
		'Differences',
		'API Fabric queryfaultyuser | `(charset)` | utf-8 | gbk',
	],
	[
		'getCalledInfo',
		(it) => Object.assign(it, { status: 500, text: '{"retCode":"3"}' }),
		'Missing, forbidden, refused, failed',
		'API Fabric getCalledInfo | failed | HTTP 500, JSON; 3: a code that the page does not have',
	],
	[
		'downloadRecord',
		(it) => {
			it.headers['content-type'] = 'image/png';
		},
		'Differences',
		'CC-FS downloadRecord | `(Content-Type)` | application/octet-stream | image/png',
	],
	[
		'satisfaction/query',
		(it) => {
			it.bytes = gzipSync(it.text);
			it.headers['content-encoding'] = 'gzip';
		},
		'Differences',
		'API Fabric satisfactionQuery | `(Content-Encoding)` | none was asked for | gzip',
	],
	[
		'template',
		(it) => {
			it.text = `\uFEFF${it.text}`;
		},
		'Differences',
		'CC-iSales templateList | `(the answer)` | JSON | JSON after a byte order mark',
	],
	[
		'queryAccessCodeList',
		(it) => {
			const bytes = Buffer.from(it.text.replace('"description":"', '"description":"#'));
			bytes[bytes.indexOf('#')] = 0xe9;
			it.bytes = bytes;
		},
		'Differences',
		'API Fabric queryAccessCodeList | `(charset)` | utf-8 | other bytes',
	],
	[
		'vdn/querycalls',
		(it) => {
			it.text = it.text.replace('[{', '[{"Zhou Jiu":1,"Zhou Jiu":2,"callerNo":"",');
		},
		'Differences',
		'CC-CMS querycallsV2 | `resultDesc.data[].callerNo` | once | twice',
	],
	[
		'vdn/querycalls',
		() => {},
		'Differences',
		'CC-CMS querycallsV2 | `resultDesc.data[][]` | once | twice',
	],
	[
		'vdn/querycalls',
		() => {},
		'More than described',
		'CC-CMS querycallsV2 | `resultDesc.data[].(a field called by 8 characters)` | number of 1 digit',
	],
];

module.exports = { DIFFERENCES, json };
