/**
 * Files that lie in the storage of the platform, at an address that it gives out for some minutes. The
 * address alone is the key: neither token nor signature goes there, and no redirect is followed.
 */
import type { IBinaryData } from 'n8n-workflow';

import { AiccError, ownFailure } from '../base/errors';
import { waitUntil } from '../base/waiting';
import { readAnswer } from '../protocol/answer';
import { cutShort, networkError } from '../protocol/network';
import type { Endpoint } from '../protocol/endpoint';
import { storageFailure } from '../protocol/storage';
import { cancel } from './policies/cancel';
import { hostConcurrency } from './policies/hostConcurrency';
import { keepHost } from './policies/keepHost';
import { receiveFile } from './policies/receiveFile';
import { timeout } from './policies/timeout';
import { compose, perSession, type Handler, type Policy, type Tries } from './policy';
import { Session } from './session';
import { afterFailure } from './tries';
import { Turns } from './turns';

/** What is asked for at a storage: the name of the value that has its address. */
const ADDRESS = 'address';

/** Sends without any key, to the very address. */
const sendWithoutKeys: Handler = async ({ path, signal }, session) => {
	const url = path?.[ADDRESS] ?? '';
	const options = {
		...session.requestOptions,
		method: 'GET' as const,
		url,
		timeout: session.timeout,
		encoding: 'stream' as const,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
		// The length that is told is that of the file itself.
		headers: { 'Accept-Encoding': 'identity' },
	};
	try {
		return { options, http: await session.send(options, signal) };
	} catch (error) {
		return { options, failure: networkError(error, session.origin, [url, ...session.secrets]) };
	}
};

/** What came is the file, or words in its place. */
const judgeStored: Policy = (next) => async (request, session) => {
	const response = await next(request, session);
	const { file, failure, http } = response;
	if (failure || !http) return response;
	// An answer tells that the storage takes what it is asked.
	const answer = readAnswer(http, session.origin, session.secrets);
	if (file) return { ...response, answer };
	const words = typeof http.body === 'string' ? http.body : '';
	const { title } = request.endpoint;
	return { ...response, answer, failure: storageFailure(title, http.statusCode, words) };
};

/** The way of one sending. What has failed is begun again from a new address, so not in here. */
const transport = compose(
	[keepHost, hostConcurrency, judgeStored, cancel, timeout, receiveFile],
	sendWithoutKeys,
);

/**
 * So many files of a session for each request that may be in flight have an address. More would wait for
 * the storage until their addresses have run out.
 */
const FILES_PER_PLACE = 2;

const turnsOf = perSession(
	({ maxConcurrentRequests }) => new Turns(maxConcurrentRequests * FILES_PER_PLACE),
);

const storagesOf = perSession(() => new Map<string, Session>());

/** What the requests of a session to a storage share. */
function storageOf(session: Session, origin: string): Session {
	const known = storagesOf(session);
	const storage = known.get(origin) ?? session.atStorage(origin);
	known.set(origin, storage);
	return storage;
}

/** An interface that stands for what lies at addresses. @param title as in `Endpoint` */
function stored(title: string): Endpoint {
	return {
		title,
		authentication: 'token',
		baseUrl: 'baseUrl',
		method: 'GET',
		path: '/',
		codeFields: [],
		textFields: [],
		successCodes: [],
		codes: {},
		file: true,
	};
}

/** What is asked for, and what it is called. */
export interface StoredFile {
	/** As in `Endpoint`. */
	title: string;
	/** Asks the service for an address that begins with http or https. @throws AiccError */
	askForAddress: () => Promise<string>;
	/** What the file is called, without its ending. */
	fileName: string;
}

/** One try. @returns the file, or why there is none */
async function fetchOnce(
	{ title, askForAddress, fileName }: StoredFile,
	session: Session,
): Promise<{ file: IBinaryData } | { file?: undefined; failure: AiccError }> {
	const address = await askForAddress();
	const { origin } = new URL(address);
	const storage = storageOf(session, origin);
	const path = { [ADDRESS]: address };
	const request = { endpoint: stored(title), path, fileName, earlier: [] };
	const { file, failure } = await transport(request, storage);
	if (file && !failure) return { file };
	return { failure: failure ?? cutShort(origin) };
}

/** The error for a file that is given up. */
function retriesExhausted(failure: AiccError, { count }: Tries): AiccError {
	if (count === 1) return failure;
	return new AiccError(
		failure.kind,
		`${failure.message}; tried ${count} times, each with a new address`,
		failure,
	);
}

/**
 * Fetches a file from the storage. One that is cut short, or whose address has run out, is begun again
 * with a new address; it is never given out short.
 *
 * @throws AiccError
 */
export async function fetchStored(wanted: StoredFile, session: Session): Promise<IBinaryData> {
	let before: Tries | undefined;
	for (;;) {
		session.throwIfOver();
		const sentAt = Date.now();
		const fetched = await turnsOf(session).take(async () => await fetchOnce(wanted, session));
		if (fetched.file) return fetched.file;
		const failure = ownFailure(fetched.failure);
		const now = Date.now();
		const { tries, wait } = afterFailure(
			before,
			{ failure, sentAt, now, answeredAt: 0, isFile: true },
			session.patience,
			Math.random(),
		);
		if (wait === undefined) throw retriesExhausted(failure, tries);
		before = tries;
		await waitUntil(
			() => now + wait,
			() => !session.isOver,
		);
	}
}
