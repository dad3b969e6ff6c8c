/** What the client must know of one interface of AICC. */
import type { IHttpRequestMethods } from 'n8n-workflow';

import type { Clock } from '../base/time';
import type { CodeTable } from './codes';

export interface Endpoint {
	/** What it does, after "Could not" in messages: "pause the campaign". */
	title: string;
	/** `token`: bearer token (C1). `akSk`: signature (C2). */
	authentication: 'token' | 'akSk';
	method: IHttpRequestMethods;
	/** Path with `{placeholders}` for the values that go into it. */
	path: string;
	/** Fields of the answer that hold the result code and its text; the first one there counts. */
	codeFields: readonly string[];
	textFields: readonly string[];
	/** Result codes that are answers. Every other one is a failure. */
	successCodes: readonly string[];
	/** What its codes mean: the same code may mean something else on another interface. */
	codes: CodeTable;
	/** Set when it changes something at the service, so that it must not be sent twice blindly. */
	write?: WriteInfo;
	/** Whose clock the times are by that it takes and gives; none where they are epoch milliseconds. */
	clock?: Clock;
	/** How often it may be asked; as often as the host takes it when there is none. */
	rateLimit?: RateLimit;
}

/** What an interface changes. */
export interface WriteInfo {
	/** What to look at, and then to do, when nobody knows whether a change was made. */
	check: string;
}

/** A pace that the vendor documents for an interface, over everything that this process sends. */
export interface RateLimit {
	/** Requests that may be under way side by side. */
	concurrency: number;
	/** Milliseconds from the last answer of those until the next ones. */
	gap: number;
	/** Whether each campaign has a pace of its own. */
	isPerCampaign: boolean;
}
