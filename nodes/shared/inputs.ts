import type { INodeProperties } from 'n8n-workflow';

import { AiccError } from '../../aicc/errors';
import { isVdnId } from '../../aicc/target';
import { toEpochText, toIsalesText } from '../../aicc/time';

/** What n8n knows of the fields of one input item. */
export interface NodeFunctions {
	getNodeParameter(name: string, fallback?: unknown, options?: { extractValue?: boolean }): unknown;
	getTimezone(): string;
}

interface TextRules {
	maxLength?: number;
	/** What the text must look like, with the words for it. */
	pattern?: RegExp;
	mustBe?: string;
}

interface NumberRules {
	min: number;
	max?: number;
	/** Greater values are sent as this one. */
	capAt?: number;
}

function isEmpty(value: unknown): boolean {
	return value === undefined || value === null || value === '';
}

/** What separates the entries of a list that is written as text; Chinese keyboards give `，`. */
const SEPARATORS = /[,，;；\r\n]+/;

/** Characters that no id, number or name has: line breaks and other control characters. */
const CONTROL_CHARACTERS = /\p{Cc}/u;

/**
 * The values of an operation's fields for one input item, checked before anything is sent. Every
 * complaint names the field as the screen does and says what to do.
 */
export class Inputs {
	constructor(
		private readonly functions: NodeFunctions,
		private readonly fields: INodeProperties[],
	) {}

	/** A text, or undefined when the field is left empty. Numbers become text with every digit. */
	optionalText(path: string, rules: TextRules = {}): string | undefined {
		return this.checkedText(path, this.read(path), rules);
	}

	/** A value as text that keeps the rules, or undefined when there is nothing in it. */
	private checkedText(path: string, value: unknown, rules: TextRules): string | undefined {
		if (isEmpty(value)) return undefined;
		const text = this.asText(path, value);
		if (text === '') return undefined;
		const { maxLength, pattern, mustBe } = rules;
		if (CONTROL_CHARACTERS.test(text)) {
			throw this.complaint(path, 'has a line break or another control character', 'Remove it.');
		}
		if (maxLength !== undefined && [...text].length > maxLength) {
			throw this.complaint(
				path,
				`has ${[...text].length} characters`,
				`Enter at most ${maxLength} characters.`,
			);
		}
		if (pattern && !pattern.test(text)) {
			throw this.complaint(path, `is not ${mustBe}`, `Enter ${mustBe}.`);
		}
		return text;
	}

	text(path: string, rules: TextRules = {}): string {
		const text = this.optionalText(path, rules);
		if (text === undefined) throw this.emptyComplaint(path);
		return text;
	}

	/**
	 * Texts out of a list, or out of a text with commas or lines between them; each one once, none
	 * when there is nothing in it.
	 */
	optionalTexts(path: string, rules: TextRules = {}): string[] {
		const value = this.read(path);
		const entries: unknown[] = Array.isArray(value) ? value : [value];
		const parts = entries.flatMap((entry: unknown) =>
			typeof entry === 'string' ? entry.split(SEPARATORS) : [entry],
		);
		return [...new Set(parts.flatMap((part) => this.checkedText(path, part, rules) ?? []))];
	}

	texts(path: string, rules: TextRules = {}): string[] {
		const texts = this.optionalTexts(path, rules);
		if (texts.length === 0) throw this.emptyComplaint(path);
		return texts;
	}

	/** A switch; expressions may give it as text. */
	isOn(path: string): boolean {
		const value = String(this.read(path) ?? '');
		if (!['true', 'false', ''].includes(value)) {
			throw this.complaint(path, 'is neither true nor false', 'Check the expression behind it.');
		}
		return value === 'true';
	}

	/** A whole number, or undefined when the field is left empty. */
	optionalNumber(path: string, { min, max = Infinity, capAt }: NumberRules): number | undefined {
		const value = this.read(path);
		if (isEmpty(value)) return undefined;
		const number = typeof value === 'string' ? Number(value.trim()) : value;
		const isWhole = typeof number === 'number' && Number.isSafeInteger(number);
		if (!isWhole || number < min || number > max) {
			throw this.complaint(
				path,
				'is not a whole number in its range',
				max === Infinity
					? `Enter a whole number, ${min} or more.`
					: `Enter a whole number from ${min} to ${max}.`,
			);
		}
		return capAt === undefined ? number : Math.min(number, capAt);
	}

	/** A moment as epoch milliseconds in text. */
	epochText(path: string): string {
		const value = this.read(path);
		if (isEmpty(value)) {
			throw this.complaint(path, 'is empty', 'Enter a date and time.');
		}
		const text = toEpochText(value, this.functions.getTimezone());
		if (text === undefined) {
			throw this.noTimeComplaint(path);
		}
		return text;
	}

	/** A moment or a day as CC-iSales takes it, or undefined when the field is left empty. */
	optionalTime(path: string, form: 'moment' | 'day'): string | undefined {
		const value = this.read(path);
		if (isEmpty(value)) return undefined;
		const text = toIsalesText(value, this.functions.getTimezone(), form);
		if (text === undefined) throw this.noTimeComplaint(path);
		return text;
	}

	/** A text, or an object or list as JSON; undefined when the field is left empty. */
	optionalTextOrJson(path: string, rules: TextRules): string | undefined {
		const value = this.read(path);
		const isStructure = typeof value === 'object' && value !== null;
		const text: unknown = isStructure ? JSON.stringify(value) : value;
		// JSON may be written in several lines.
		const isJson = typeof text === 'string' && /^\s*[[{]/.test(text);
		return this.checkedText(path, isJson ? text.replace(/\s*[\r\n\t]\s*/g, ' ') : text, rules);
	}

	/** A switch in a collection, or undefined when it is not there. */
	optionalSwitch(path: string): boolean | undefined {
		return isEmpty(this.read(path)) ? undefined : this.isOn(path);
	}

	/** How many rows are wanted: Infinity when all are to be returned. */
	wanted(): number {
		if (this.isOn('returnAll')) return Infinity;
		const limit = this.optionalNumber('limit', { min: 1 });
		if (limit === undefined) throw this.complaint('limit', 'is empty', 'Enter 1 or more.');
		return limit;
	}

	/** The VDN ID of the node, if it replaces the one of the credential, as a value of the path. */
	vdnPath(): Record<string, string> {
		const value = this.read('vdnId');
		if (isEmpty(value)) return {};
		const isScalar = typeof value === 'string' || typeof value === 'number';
		if (isScalar && Number(value) === 0) return {};
		if (!isScalar || !isVdnId(value)) {
			throw this.complaint(
				'vdnId',
				'is not a whole number from 1 to 9999',
				"Enter the number of your virtual call centre, or 0 for the credential's.",
			);
		}
		return { vdnId: String(Number(value)) };
	}

	protected read(path: string): unknown {
		const extractValue = this.fields.some(
			(field) => field.name === path && field.type === 'resourceLocator',
		);
		try {
			// Entries of a collection that the user did not add are not there at all.
			return this.functions.getNodeParameter(path, '', { extractValue });
		} catch (error) {
			const reason = error instanceof Error ? error.message : String(error);
			throw this.complaint(
				path,
				`cannot be worked out: ${reason}`,
				'Check the expression behind it.',
			);
		}
	}

	private asText(path: string, value: unknown): string {
		if (typeof value === 'string') return value.trim();
		if (typeof value !== 'number') {
			throw this.complaint(path, 'is neither text nor a number', 'Check the expression behind it.');
		}
		if (!Number.isSafeInteger(value) || value < 0) {
			throw this.complaint(
				path,
				'came as a number that cannot be taken digit by digit',
				'Give it as text, so that no digit is lost.',
			);
		}
		return String(value);
	}

	private noTimeComplaint(path: string): AiccError {
		return this.complaint(
			path,
			'is not a date and time',
			'Enter an ISO date and time such as 2026-03-01T08:30:00, or epoch milliseconds (13 digits).',
		);
	}

	private emptyComplaint(path: string): AiccError {
		return this.complaint(path, 'is empty', 'Enter a value, or check the expression behind it.');
	}

	/** The error for a field; `what` is wrong with it, `remedy` says what to do. */
	complaint(path: string, what: string, remedy: string): AiccError {
		return new AiccError('input', `${this.labelOf(path)} ${what}`, { description: remedy });
	}

	/** What the screen calls a field; `collection.field` for one in a collection. */
	private labelOf(path: string): string {
		const [name, inner] = path.split('.');
		const field = this.fields.find((candidate) => candidate.name === name);
		const within = field?.options?.find((option) => option.name === inner);
		return (within && 'displayName' in within ? within.displayName : field?.displayName) ?? path;
	}
}
