/** Pushes something to a customer until it is taken, as the platform does when something happens. */
import { sleep } from 'n8n-workflow';

import type { Fields } from './answer';
import type { InterfaceBehaviour } from './behaviour';
import type { Description, Operation } from './description';
import type { Platform } from './platform';
import { post } from './post';
import { Checks } from './validation';

/** How something is pushed; what it is about is said beside that, as the callback wants it. */
export interface PushSettings {
	/** Pushes this as it is, whatever it is. */
	results?: unknown;
	/** Pushes all of it so many times more, although it was taken. */
	repeats?: number;
	/** `Content-Type` of the push, of which the pages say nothing; empty for none. */
	contentType?: string;
	/** How long an answer may take. */
	timeoutMs?: number;
}

export interface PushAnswer {
	/** HTTP status; 0 when there was no answer. */
	status: number;
	body: string;
	/** Why there was no answer. */
	error?: string;
}

export interface Push {
	/** One for each time that it was sent. */
	answers: PushAnswer[];
	/** Whether the last answer had the status 200. */
	isTaken: boolean;
}

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

	/** Sends until it is taken: again at once, then after a while, and not for ever. */
	private async deliver(platform: Platform, url: URL, asked: PushSettings): Promise<Push> {
		const { maxPushes, repushDelayMs } = platform.behaviour;
		const { contentType = JSON_TYPE, timeoutMs = TIMEOUT_MS } = asked;
		const body = JSON.stringify(asked.results ?? this.made(platform, { ...asked }));
		const answers: PushAnswer[] = [];
		let isTaken = false;
		while (!isTaken && answers.length < Math.min(Math.max(1, maxPushes), MOST_PUSHES)) {
			if (answers.length > 1) await sleep(repushDelayMs);
			const answer = await post(url, body, contentType, timeoutMs);
			answers.push(answer);
			isTaken = answer.status === 200;
		}
		return { answers, isTaken };
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
