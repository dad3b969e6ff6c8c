import madeUpAccount from '../account.json';

/** Who the made-up tenant is. Nothing here is real. */
export interface Account {
	appKey: string;
	appSecret: string;
	tenantSpaceId: string;
	accessKey: string;
	secretKey: string;
	vdnId: number;
}

/** What a simulator is started with; it stays so until it ends. */
export interface SimulatorOptions {
	host: string;
	/** Port of the API Fabric (token interface and bearer interfaces); 0 for any free one. */
	fabricPort: number;
	/** Port of the AK/SK interfaces (CC-iSales, CC-CMS, CC-FS); 0 for any free one. */
	isalesPort: number;
	/** HTTPS with a certificate made at start; false for plain HTTP. */
	https: boolean;
	/** Whether every request is kept in `requests`. */
	record: boolean;
	account: Account;
	/** Sizes of the data sets. */
	accessCodes: number;
	obsResultCodes: number;
	externalResults: number;
	campaigns: number;
	/** Call data of the paused campaign. */
	callData: number;
	/** Called numbers of the campaign with many results; the finished one has a quarter. */
	callResults: number;
	blocklist: number;
	/** Calls that the interfaces of the API Fabric have made, over the last 20 days. */
	madeCalls: number;
	agents: number;
	skills: number;
	/** The contact centre: inbound and outbound calls of a day, on average; 0 for a quiet one. */
	callsPerDay: number;
	/** Another seed gives another history of the contact centre. */
	centreSeed: number;
	/** When its history begins, a midnight in epoch milliseconds; 0 for the day before it is asked. */
	centreStart: number;
	/** Time zone of the tenant and its VDN, an IANA name. */
	timeZone: string;
}

export const DEFAULT_OPTIONS: SimulatorOptions = {
	host: '127.0.0.1',
	fabricPort: 0,
	isalesPort: 0,
	https: true,
	record: true,
	account: madeUpAccount,
	accessCodes: 437,
	obsResultCodes: 120,
	externalResults: 64,
	campaigns: 130,
	callData: 60,
	callResults: 1300,
	blocklist: 230,
	madeCalls: 240,
	agents: 230,
	skills: 130,
	callsPerDay: 4000,
	centreSeed: 1,
	centreStart: 0,
	timeZone: 'UTC',
};

/** Switches of the platform's conduct; they may be changed while it runs. */
export interface Behaviour {
	/** Milliseconds of work for each request. */
	delayMs: number;
	/** Requests in flight at once that are taken by each service; 0 for any number. */
	maxConcurrent: number;
	/** How the firewall refuses a request above `maxConcurrent`. */
	overload: 'html403' | '429' | '502' | '503';
	/** `Retry-After` of such a refusal in seconds; 0 for none. */
	retryAfterSeconds: number;
	/** How long a token really lives; at most what was asked for. */
	tokenLifetimeSeconds: number;
	/** Where the token's answer tells its life. */
	announceExpiry: 'Expires' | 'expiresIn' | 'none';
	/** Token requests taken in a minute; 0 for any number. Above that: 429. */
	tokenRequestsPerMinute: number;
	/** How a wrong App Key or App Secret is answered. */
	wrongKeyAnswer: 'json401' | 'html403';
	/** How a request with a dead token is answered. */
	deadTokenStatus: 401 | 403;
	/** Whether the bearer interfaces want the right X-TenantSpaceID. */
	requireTenantSpace: boolean;
	/** Whether a request to the bearer interfaces may come without X-APP-Key. */
	appKeyOptional: boolean;
	/** What happens to access codes beyond the greatest documented offset. */
	beyondOffset: 'refuse' | 'repeat' | 'continue';
	/** The older answer: `data` is the list itself, without a total. */
	accessCodesBareArray: boolean;
	/** How far the platform's clock is ahead of the real time. */
	clockOffsetSeconds: number;
	/** How far the time of a signature may be from the platform's clock. */
	clockToleranceSeconds: number;
	/** How long a campaign must be left alone between two requests to add call data; 0 for no
	 * time at all. */
	minCallDataGapMs: number;
	/** How long the statistics of today must be left alone between two requests; 0 for no time at all. */
	minStatisticsGapMs: number;
	/** Whether a refusal of call data names the number, or says only that there is one. */
	namesRefusedNumber: boolean;
	/** What is done with a number to block that is listed already, unless it is to be overwritten. */
	listedNumber: 'skip' | 'refuse';
	/** Whether call results of the last day that is asked for are left out. */
	resultEndExclusive: boolean;
	/** How often a result is pushed at most until it is taken; from 1 to 6. */
	maxPushes: number;
	/** How long a step of a call takes: it rings after one, is answered after two, ends after four. */
	callStepMs: number;
	/** Where connected calls are pushed to, as the pages of the tenant set it; empty for nowhere. */
	callConnectedUrl: string;
	/** How long it takes to make a file that was requested. */
	fileReadyMs: number;
	/** How long after that its name is pushed. */
	fileCallbackDelayMs: number;
	/** How often its name is pushed, all at once; 0 for never. */
	fileCallbacks: number;
	/** Rows in a file of a bill; those above it go into another one. */
	billRowsPerFile: number;
	/** Recordings are there up to so long after the end of their call, each after a time of its own. */
	recordingLateMs: number;
	/** `Content-Type` of files, as the pages write it. */
	fileContentType: string;
	/** How long the platform waits before it pushes for the third time and later. */
	repushDelayMs: number;
	/** Language of the texts of CC-iSales for whoever asks for none: the pages say zh_CN. */
	defaultLocale: string;
	/** Whether fields that an interface does not know change nothing, instead of being refused. */
	ignoresUnknown: boolean;
	/** How much faster than the platform's clock that of the contact centre goes, from its start. */
	centreSpeed: number;
	/** The time in the contact centre, in epoch milliseconds, in place of its clock; 0 for none. */
	centreTime: number;
	/** Which time of a call the span of a query means: when it was stored, or when it began to wait. */
	callsBy: 'logDate' | 'waitBegin';
	/** Whether the newest records of calls come first. */
	callsNewestFirst: boolean;
	/** Whether a query of calls beyond the days that are kept is refused. */
	refusesOldCalls: boolean;
	/** Whether CC-CMS writes numbers as text, as its samples do; its tables call them numbers. */
	cmsNumbersAsText: boolean;
	/** Whether no calls are null, as a client of others met it, and not an empty list. */
	cmsEmptyIsNull: boolean;
	/** Whether a key ends in a blank, as in the vendor's sample. */
	cmsOddKeys: boolean;
	/** Whether answers have copies of code and payload in the fields of older platforms. */
	cmsCopies: boolean;
	/** Whether an answer that does not fit `openapi/` becomes HTTP 500 and is kept in `misfits`. */
	checkAnswers: boolean;
}

export const DEFAULT_BEHAVIOUR: Behaviour = {
	delayMs: 0,
	maxConcurrent: 0,
	overload: 'html403',
	retryAfterSeconds: 0,
	tokenLifetimeSeconds: 3600,
	announceExpiry: 'Expires',
	tokenRequestsPerMinute: 0,
	wrongKeyAnswer: 'json401',
	deadTokenStatus: 401,
	requireTenantSpace: false,
	appKeyOptional: false,
	beyondOffset: 'refuse',
	accessCodesBareArray: false,
	clockOffsetSeconds: 0,
	clockToleranceSeconds: 900,
	minCallDataGapMs: 1000,
	minStatisticsGapMs: 5 * 60 * 1000,
	namesRefusedNumber: true,
	listedNumber: 'skip',
	resultEndExclusive: false,
	maxPushes: 2,
	callStepMs: 2000,
	callConnectedUrl: '',
	fileReadyMs: 2000,
	fileCallbackDelayMs: 0,
	fileCallbacks: 1,
	billRowsPerFile: 5000,
	recordingLateMs: 0,
	fileContentType: 'Application/Octet-stream;charset=UTF-8',
	repushDelayMs: 10 * 60 * 1000,
	defaultLocale: 'en_US',
	ignoresUnknown: false,
	centreSpeed: 1,
	centreTime: 0,
	callsBy: 'logDate',
	callsNewestFirst: false,
	refusesOldCalls: false,
	cmsNumbersAsText: true,
	cmsEmptyIsNull: true,
	cmsOddKeys: true,
	cmsCopies: true,
	checkAnswers: true,
};

/** Something that goes wrong with chosen requests. */
export interface Fault {
	/** `code` is a result code in the form of the interface, `tooFast` what it has for whoever asks
	 * too often: its result code, or HTTP 429. */
	kind: 'status' | 'delay' | 'cut' | 'hang' | 'html' | 'json' | 'raw' | 'code' | 'tooFast';
	/** Only requests of this interface, by its operationId; `unknown` for paths that are none. */
	route?: string;
	service?: ServiceName;
	/** Lets so many matching requests pass first. */
	skip?: number;
	/** Then hits so many; 0 for all that follow. */
	times?: number;
	status?: number;
	/** For `code`. */
	code?: string;
	headers?: Record<string, string>;
	/** For `json` any value, for `raw` and `html` a text. */
	body?: unknown;
	contentType?: string;
	/** Milliseconds to wait before the fault shows, of whatever kind. */
	delayMs?: number;
	/** Before the request is worked on (default), after it, or, for `cut` and `hang`, in the middle of
	 * the answer. */
	when?: 'before' | 'after' | 'midBody';
}

/** `storage` is where recordings lie, at addresses that the API Fabric gives out. */
export type ServiceName = 'fabric' | 'isales' | 'storage';
