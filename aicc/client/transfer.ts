import { bytesToTell, TELLING_BYTES } from '../protocol/files';
import type { FileStream } from './session';

/** No answer in words is longer, in bytes; what is, is none. */
const MAX_TEXT = 1_000_000;

/** After each of these there may be more to read, or nothing any more. */
const EVENTS = ['readable', 'end', 'error', 'close'];

/** The body of one answer on its way: counts what comes, and notes how it fails. */
export class Transfer {
	/** How many have come of a file. */
	bytes = 0;

	/** What the connection failed of. */
	error: unknown;

	/** @param onProgress called with each part of a file that comes */
	constructor(
		private readonly body: FileStream,
		private readonly onProgress: () => void = () => {},
	) {
		onProgress();
		body.on('error', (error) => {
			this.error ??= error;
		});
	}

	/**
	 * Looks at the first bytes, as many as tell what it is, and leaves them where they are.
	 *
	 * @throws what the connection failed of
	 */
	async begin(): Promise<Buffer> {
		const first = await this.look(TELLING_BYTES);
		const needed = bytesToTell(first);
		return needed > first.length ? await this.look(needed) : first;
	}

	/** The first bytes, so many or all there are, which stay where they are. */
	private async look(count: number): Promise<Buffer> {
		const { body } = this;
		let first: Buffer | null;
		let goOn = () => {};
		const onEvent = () => goOn();
		// Once for all: a new listener is told at once of bytes that are there already, however few.
		for (const event of EVENTS) body.on(event, onEvent);
		while ((first = body.read(count) as Buffer | null) === null && body.readable) {
			await new Promise<void>((resolve) => {
				goOn = resolve;
			});
			this.onProgress();
		}
		for (const event of EVENTS) body.off(event, onEvent);
		if (this.error !== undefined) throw this.error;
		if (first) body.unshift(first);
		return first ?? Buffer.alloc(0);
	}

	/**
	 * It as a file, which may take as long as it goes on: all that is read is counted. A
	 * listener for data makes it flow: it must not before somebody is there to take it.
	 */
	file(): FileStream {
		const { body } = this;
		const onListener = (event: string) => {
			if (event !== 'data' && event !== 'readable') return;
			body.off('newListener', onListener);
			body.on('data', ({ length }: Buffer) => {
				this.bytes += length;
				this.onProgress();
			});
		};
		body.on('newListener', onListener);
		return body;
	}

	/**
	 * All of it, as far as an answer in words can go. What comes is no progress: words that drip would
	 * never end.
	 *
	 * @throws what the connection failed of
	 */
	async text(): Promise<string> {
		const parts: Buffer[] = [];
		let size = 0;
		for await (const part of this.body as AsyncIterable<Buffer>) {
			parts.push(part);
			size += part.length;
			if (size > MAX_TEXT) break;
		}
		// It drops the mark at the beginning that some write, as n8n's HTTP client does elsewhere.
		return new TextDecoder().decode(Buffer.concat(parts));
	}

	/** Frees the connection. */
	end(): void {
		if (!this.body.destroyed) this.body.destroy();
	}
}
