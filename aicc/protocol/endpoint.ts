/** What the client must know of one interface of AICC. */
import type { IHttpRequestMethods } from 'n8n-workflow';

import type { Clock } from '../base/time';
import type { CodeTable, StatusTable } from './codes';

/** Fields of a credential with the addresses of products. One that is empty stands for Base URL. */
export type BaseUrlField = 'baseUrl' | 'cmsBaseUrl' | 'ccfsBaseUrl';

/** One interface. What a product says for all of its own is in it already, see `product.ts`. */
export interface Endpoint {
	/** What it does, after "Could not" in messages: "pause the campaign". */
	title: string;
	/** `token`: bearer token (C1). `akSk`: signature (C2). */
	authentication: 'token' | 'akSk';
	/** Field of the credential with the address. */
	baseUrl: BaseUrlField;
	method: IHttpRequestMethods;
	/** Path with `{placeholders}` for the values that go into it. */
	path: string;
	/**
	 * Fields of the answer that hold the result code and its text; the first one there counts. None
	 * where the answer has no code: success is HTTP 200.
	 */
	codeFields: readonly string[];
	textFields: readonly string[];
	/** Whether an answer without any code is a success, too. */
	isCodeOptional?: boolean;
	/** What to do about an answer without any code; without it the address is doubted. */
	noCodeAdvice?: string;
	/** What to do about a code that has no meaning here, in place of the usual. */
	unknownCodeAdvice?: string;
	/** What to do about an answer whose parts are not where they should be, in place of the usual. */
	shapeAdvice?: string;
	/** Whether a list is an answer as well, and so is nothing, after HTTP 204 or a change. */
	isOfAnyForm?: boolean;
	/** Result codes that are answers. Every other one is a failure. */
	successCodes: readonly string[];
	/** What its codes mean: the same code may mean something else on another interface. */
	codes: CodeTable;
	/** HTTP statuses that the product, or the interface, has a meaning of its own for. */
	statuses?: StatusTable;
	/** Whether success is a file in place of JSON; only the content type tells which has come. */
	file?: true;
	/** Whether it may be any file: it is called as the service says, and may be a text that is attached. */
	isAnyFile?: true;
	/** Set when it changes something at the service, so that it must not be sent twice blindly. */
	write?: WriteInfo;
	/** Whether it takes the header `locale`: the language that its texts are to be in. */
	takesLocale?: boolean;
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
