/** Pushes something to a customer until it is taken, as the platform does when something happens. */
import type { Fields } from './answer';
import type { InterfaceBehaviour } from './behaviour';
import type { Description, Operation } from './description';
import type { Platform } from './platform';
import { pause, post } from './post';
import type { Push, PushAnswer, PushSettings } from './pushed';
import { Checks } from './validation';
import { authorizationOf } from './verifySignature';

export type { Push, PushSettings } from './pushed';

const JSON_TYPE = 'application/json;charset=UTF-8';
const TIMEOUT_MS = 10_000;
const MOST_PUSHES = 6;

/** One thing that the platform pushes. */
export class Callback {
	private readonly checks: Checks;

	constructor(
		private readonly operation: Operation,
		description: Description,
		private readonly behaviour: InterfaceBehaviour,
	) {
		this.checks = new Checks(operation, description, true);
	}

	/** @throws when there is nothing to push, what there is does not fit, or the address is none */
	async push(platform: Platform, to: string, asked: PushSettings): Promise<Push[]> {
		const url = new URL(to);
		const pushes: Push[] = [];
		for (let count = 0; count <= (asked.repeats ?? 0); count++) {
			pushes.push(await this.deliver(platform, url, asked));
		}
		return pushes;
	}

	/** Sends until it is taken, not for ever, and not beyond the end of the platform. */
	private async deliver(platform: Platform, url: URL, asked: PushSettings): Promise<Push> {
		const { maxPushes, repushDelayMs } = platform.behaviour;
		const { signal } = platform;
		const body = this.bodyOf(platform, asked);
		const answers: PushAnswer[] = [];
		let isTaken = false;
		while (!isTaken && answers.length < Math.min(Math.max(1, maxPushes), MOST_PUSHES)) {
			if (answers.length > this.repeatsAtOnce) {
				await pause(repushDelayMs, signal);
			}
			if (signal.aborted) break;
			const answer = await this.send(platform, url, body, asked);
			answers.push(answer);
			isTaken = answer.status === 200 && (!this.isOfFile || answer.body !== '');
		}
		return { answers, isTaken };
	}

	/** Page 0814, of files: again every ten minutes until it is answered with success and a body. */
	private get isOfFile(): boolean {
		return this.operation.product === 'ccfs';
	}

	/** Page 0788, of results: again at once, then after ten minutes. Those of calls say nothing. */
	private get repeatsAtOnce(): number {
		return this.isOfFile ? 0 : 1;
	}

	/** Sends once; signed anew each time, where the page says that it is signed. */
	private async send(
		platform: Platform,
		url: URL,
		body: string,
		{ contentType = JSON_TYPE, timeoutMs = TIMEOUT_MS }: PushSettings,
	): Promise<PushAnswer> {
		const headers: Record<string, string> =
			contentType === '' ? {} : { 'content-type': contentType };
		if (this.operation.security === 'authV2') {
			const target = url.pathname + url.search;
			const signed = {
				'content-length': String(Buffer.byteLength(body)),
				host: url.host,
				...headers,
			};
			const request = { method: 'POST', target, headers: signed, body };
			headers.authorization = authorizationOf(request, platform.options.account, platform.now);
		}
		const ends = [AbortSignal.timeout(timeoutMs), platform.signal];
		return await post(url, body, headers, AbortSignal.any(ends));
	}

	private bodyOf(platform: Platform, asked: PushSettings): string {
		const pushed = asked.results ?? this.made(platform, { ...asked });
		if (asked.printed !== true) return JSON.stringify(pushed);
		const fields = Object.entries(pushed as object).map(([name, value]) => `${name}=${value}`);
		return `{${fields.join(', ')}}`;
	}

	private made(platform: Platform, asked: Fields): object {
		const made = this.behaviour.answer(asked, platform);
		const misfit = platform.behaviour.checkAnswers ? this.checks.misfitOfPush(made) : undefined;
		if (misfit === undefined) return made;
		const { operationId } = this.operation;
		const message = `The simulator's push ${operationId} does not fit openapi/: ${misfit}`;
		platform.misfits.push(message);
		throw new Error(message);
	}
}
