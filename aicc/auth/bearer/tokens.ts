/**
 * Bearer tokens of the API Fabric (C1): fetched once for everybody in this process who uses the
 * same credential, kept by n8n between executions, renewed before they run out.
 *
 * n8n stores the token in the credential and hands it back with every request, but keeps it when
 * the credential is edited and asks for a new one for each request that finds none. Hence the
 * memory here, and the mark beside the stored token that says which keys and hosts it is for.
 */
import { createHash, createHmac } from 'node:crypto';

import { headerText, tokenText } from '../../base/credentialText';
import { AiccError } from '../../base/errors';
import {
	fetchToken,
	type HttpRequest,
	type KnownToken,
	type TokenCredential,
} from './tokenRequest';

interface TokenMemory {
	newest?: KnownToken;
	/** The token request that is under way. */
	flight?: Promise<void>;
}

/** How many tokens that have died or have worked are remembered. */
const REMEMBERED_TOKENS = 200;

const memories = new Map<string, TokenMemory>();
const fetchedHere = new Set<string>();
const dead = new Set<string>();
const worked = new Set<string>();

function remember(tokens: Set<string>, token: string): void {
	tokens.add(token);
	for (const oldest of tokens) {
		if (tokens.size <= REMEMBERED_TOKENS) break;
		tokens.delete(oldest);
	}
}

/** What a token is good for: this account on these hosts. It has the secret in it. */
function accountText(credential: TokenCredential): string {
	return JSON.stringify([
		credential.baseUrl,
		credential.tokenBaseUrl ?? '',
		credential.appKey ?? '',
		credential.appSecret ?? '',
		credential.tenantSpaceId ?? '',
	]);
}

/** The same as one opaque text. */
function accountOf(credential: TokenCredential): string {
	return createHash('sha256').update(accountText(credential)).digest('hex');
}

/** Ties a stored token to its account; says nothing to whoever does not know the token. */
function markOf(token: string, credential: TokenCredential): string {
	return createHmac('sha256', token).update(accountText(credential)).digest('hex').slice(0, 32);
}

const NO_KNOWN_END = 'unknown';

function storedEnd(usableUntil: number): string {
	return Number.isFinite(usableUntil) ? new Date(usableUntil).toISOString() : NO_KNOWN_END;
}

/** Whether the token that n8n stored may still be sent. */
function isStoredTokenUsable(credential: TokenCredential, now: number): boolean {
	const token = credential.accessToken;
	if (!token || dead.has(token)) return false;
	const [end = '', mark] = String(credential.accessTokenExpiresAt ?? '').split(' ');
	if (mark !== undefined && mark !== markOf(token, credential)) return false;
	const usableUntil = Date.parse(end);
	return Number.isNaN(usableUntil) || usableUntil > now;
}

/**
 * Thrown while authenticating: n8n answers it with `preAuthentication`, without sending. Its text
 * is seen only when the new token is of no use either.
 */
class TokenMustBeRenewed extends AiccError {
	readonly response = { status: 401 };

	constructor() {
		super('credential', 'The token interface gives tokens that are no longer valid', {
			description:
				'Ask the platform how long its tokens live: the life of this one was over at once.',
			concernsAll: true,
		});
	}
}

/**
 * The token to send with a request.
 *
 * @param now epoch milliseconds
 * @throws AiccError of kind `configuration` when the credential has none and cannot get one
 * @throws an error that makes n8n fetch a new token, when the stored one cannot be used
 */
export function usableToken(credential: TokenCredential, now: number): string {
	if (credential.tokenSource === 'accessToken') {
		const token = tokenText(credential.staticAccessToken);
		if (!token) {
			throw new AiccError('configuration', 'The credential has no Access Token', {
				description: 'Enter the Access Token, or set Token Source to App Key and App Secret.',
			});
		}
		return headerText(token, 'Access Token');
	}
	if (!isStoredTokenUsable(credential, now)) {
		throw new TokenMustBeRenewed();
	}
	return String(credential.accessToken);
}

/** Tells that the service does not accept a token any more. */
export function markDead(token: string): void {
	remember(dead, token);
}

/** Whether a token is one of the last that `markDead` was told of in this process. */
export function isDead(token: string): boolean {
	return dead.has(token);
}

/** Tells that the service has accepted a token. */
export function markWorked(token: string): void {
	if (!worked.has(token)) remember(worked, token);
}

/** Whether a token was good once: it has worked, or comes from an earlier process's store. */
export function workedBefore(token: string): boolean {
	return worked.has(token) || !fetchedHere.has(token);
}

async function fetchInto(
	memory: TokenMemory,
	httpRequest: HttpRequest,
	credential: TokenCredential,
): Promise<void> {
	memory.newest = await fetchToken(httpRequest, credential);
	const { token } = memory.newest;
	remember(fetchedHere, token);
	// Given out again it is alive: it was refused for something else, or by somebody in between.
	dead.delete(token);
}

function forgetRunOut(now: number): void {
	for (const [account, { newest, flight }] of memories) {
		if (!flight && newest && newest.usableUntil <= now) memories.delete(account);
	}
}

/**
 * A token to store in the credential: the newest of this process if it is another one than the
 * credential holds and still good, else a new one. Callers at the same time share one request.
 *
 * @returns the values of the credential's hidden fields, or nothing for a token of the user's own
 * @throws AiccError when no token can be had
 */
export async function renewToken(
	httpRequest: HttpRequest,
	credential: TokenCredential,
): Promise<{ accessToken: string; accessTokenExpiresAt: string } | undefined> {
	if (credential.tokenSource === 'accessToken') return undefined;
	const account = accountOf(credential);
	const now = Date.now();
	forgetRunOut(now);
	const memory = memories.get(account) ?? {};
	memories.set(account, memory);
	const { newest } = memory;
	const isNewestGood =
		newest &&
		newest.usableUntil > now &&
		!dead.has(newest.token) &&
		newest.token !== credential.accessToken;
	if (!isNewestGood) {
		memory.flight ??= fetchInto(memory, httpRequest, credential).finally(() => {
			memory.flight = undefined;
			if (!memory.newest) memories.delete(account);
		});
		await memory.flight;
	}
	const { token, usableUntil } = memory.newest as KnownToken;
	return {
		accessToken: token,
		accessTokenExpiresAt: `${storedEnd(usableUntil)} ${markOf(token, credential)}`,
	};
}
