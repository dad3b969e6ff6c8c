import type { INodeProperties } from 'n8n-workflow';

import { checkedCcId, checkedVdnId, MAX_CC_ID, MAX_VDN_ID } from '../../aicc/base/callCentre';
import type { Tenant } from '../../aicc/client/session';
import { endOfDay, toEpochText, toIsalesText, type Clock, type Moment } from '../../aicc/base/time';
import { FormFields, type NodeFunctions } from './formFields';
import { quoted } from './readers/badValue';
import { readCallbackUrl, type CallbackUrlRules } from './readers/callbackUrl';
import { entriesOf } from './readers/list';
import { readMoment, writtenMoment } from './readers/moment';
import {
	checkParts,
	readPhoneNumber,
	type CleaningChoice,
	type PhoneNumber,
	type PhoneRules,
} from './readers/phoneNumber';
import {
	readChoice,
	readSwitch,
	readWholeNumber,
	type Choice,
	type NumberRules,
} from './readers/scalar';
import { readVdnId } from './readers/vdnId';
import { isEmpty, readText, readTextOrJson, type TextRules } from './readers/text';

export type { NodeFunctions } from './formFields';

/** The code of a country, as it is written after + or 00. Source: ITU-T E.164. */
const COUNTRY_CODE = /^(?:\+|00)?([1-9]\d{0,3})$/;

/** The values of an operation's fields for one input item, checked before anything is sent. */
export class Inputs extends FormFields {
	/**
	 * @param tenant what the credential says of it; without a time zone it is the workflow's
	 * @param isOfAgent whether an AI agent has called for the item
	 */
	constructor(
		functions: NodeFunctions,
		fields: INodeProperties[],
		private readonly tenant: Tenant = {},
		readonly isOfAgent = false,
	) {
		super(functions, fields);
	}

	/** A text, or undefined when there is none. Numbers become text with every digit. */
	optionalText(path: string, rules: TextRules = {}): string | undefined {
		return this.optional(path, (value) => readText(value, rules));
	}

	/** A text that there must be. */
	text(path: string, rules: TextRules = {}): string {
		return this.needed(path, this.optionalText(path, rules));
	}

	/**
	 * Texts out of a list, its JSON text, or a text with commas or lines between them; each one once,
	 * none when the field is not there.
	 */
	optionalTexts(path: string, rules: TextRules = {}): string[] {
		const texts = this.optional(path, (value) =>
			entriesOf(value, { splitsAtBlanks: rules.isCode === true })
				.filter((entry) => !isEmpty(entry))
				.map((entry) => readText(entry, rules)),
		);
		// Nothing but separators.
		if (texts?.length === 0) throw this.emptyComplaint(path);
		return [...new Set(texts)];
	}

	/** The same with at least one. */
	texts(path: string, rules: TextRules = {}): string[] {
		const texts = this.optionalTexts(path, rules);
		return this.needed(path, texts.length > 0 ? texts : undefined);
	}

	/** A phone number, cleaned if the user wants that; undefined when there is none. */
	optionalPhoneNumber(path: string, rules: PhoneRules): PhoneNumber | undefined {
		return this.optional(path, (value) => readPhoneNumber(value, rules, this.cleaning()));
	}

	/** A phone number that there must be. */
	phoneNumber(path: string, rules: PhoneRules): PhoneNumber {
		return this.needed(path, this.optionalPhoneNumber(path, rules));
	}

	/** Phone numbers out of a list in any of its forms; each one once. */
	phoneNumbers(path: string, rules: PhoneRules): string[] {
		const numbers = this.optional(path, (value) => {
			const entries = entriesOf(value, { splitsAtBlanks: true }).filter((entry) => !isEmpty(entry));
			checkParts(value, entries);
			return entries.map((entry) => readPhoneNumber(entry, rules, this.cleaning()).number);
		});
		return [...new Set(this.needed(path, numbers?.length ? numbers : undefined))];
	}

	/** A switch; off when there is nothing in it. */
	isOn(path: string): boolean {
		return this.optionalSwitch(path) ?? false;
	}

	/** A switch in a collection, or undefined when it is not there. */
	optionalSwitch(path: string): boolean | undefined {
		const { value, isGiven } = this.valueOf(path);
		// A switch of the form itself stands for what is there when an expression gives nothing.
		if (isEmpty(value) && !(isGiven && path.includes('.'))) return undefined;
		return this.optional(path, readSwitch);
	}

	/** A whole number, or undefined when there is none. */
	optionalNumber(path: string, rules: NumberRules): number | undefined {
		return this.optional(path, (value) => readWholeNumber(value, rules));
	}

	/** One of the values that the field offers, or undefined when there is none. */
	optionalChoice(path: string): string | number | undefined {
		const choices = (this.fieldOf(path)?.options ?? []) as Array<Choice<string | number>>;
		return this.optional(path, (value) => readChoice(value, choices));
	}

	/** The tenant's time zone, an IANA name. */
	get zone(): string {
		return this.tenant.timeZone ?? this.functions.getTimezone();
	}

	/** The language that the service is asked for its texts in, if any. */
	get locale(): string | undefined {
		return this.tenant.locale;
	}

	/** A moment in the tenant's time zone, or undefined when there is none. */
	optionalMoment(path: string): Moment | undefined {
		return this.optional(path, (value) => readMoment(value, this.zone));
	}

	/** A moment that there must be. */
	moment(path: string): Moment {
		return this.needed(path, this.optionalMoment(path));
	}

	/** A moment as epoch milliseconds in text. */
	epochText(path: string): string {
		const moment = this.moment(path);
		return this.named(path, () => writtenMoment(moment, toEpochText(moment)));
	}

	/** A moment as epoch milliseconds, if there is one. @param isEnd of a span: a day counts as a whole */
	optionalEpoch(path: string, isEnd = false): number | undefined {
		const { at, isDay } = this.optionalMoment(path) ?? {};
		return (isEnd && isDay ? at?.endOf('day') : at)?.toMillis();
	}

	/** Both ends of a span that there must be, as epoch milliseconds. */
	span(beginPath: string, endPath: string): { beginTime: number; endTime: number } {
		const beginTime = this.needed(beginPath, this.optionalEpoch(beginPath));
		const endTime = this.needed(endPath, this.optionalEpoch(endPath, true));
		this.checkSpan(endPath, beginTime, endTime);
		return { beginTime, endTime };
	}

	/** @throws AiccError when a span ends before it begins */
	checkSpan(endPath: string, begin: number | undefined, end: number | undefined): void {
		if (begin === undefined || end === undefined || begin <= end) return;
		throw this.complaint(endPath, 'is before the beginning', 'Enter a later date and time.');
	}

	/**
	 * A moment as the signed interfaces take it by the clock of one, or undefined.
	 *
	 * @param isEnd of a span: a day counts as a whole
	 */
	optionalTime(path: string, clock: Clock, isEnd = false): string | undefined {
		const given = this.optionalMoment(path);
		if (!given) return undefined;
		const moment = isEnd && given.isDay ? endOfDay(given) : given;
		return this.named(path, () => writtenMoment(given, toIsalesText(moment, 'moment', clock)));
	}

	/** A text, or an object or list as JSON; undefined when there is none. */
	optionalTextOrJson(path: string, rules: TextRules): string | undefined {
		return this.optional(path, (value) => readTextOrJson(value, rules));
	}

	/** An address for the platform to push to, as the interface takes it; undefined when there is none. */
	optionalCallbackUrl(path: string, rules: CallbackUrlRules): string | undefined {
		return this.optional(path, (value) => readCallbackUrl(value, rules));
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
		const vdnId = this.ownVdnId(MAX_VDN_ID);
		return vdnId === undefined ? {} : { vdnId };
	}

	/** The VDN ID of the node, or that of the credential. @param max of the interface */
	vdn(max: number): number {
		const own = this.ownVdnId(max);
		return own === undefined ? checkedVdnId(this.tenant.vdnId, max) : Number(own);
	}

	/** The call centre of the node, if it replaces the one of the credential, as text. */
	ccId(): string {
		const own = this.optionalNumber('options.ccId', { min: 1, max: MAX_CC_ID });
		return checkedCcId(own ?? this.tenant.ccId);
	}

	private ownVdnId(max: number): string | undefined {
		const path = 'options.vdnId';
		const { value } = this.valueOf(path);
		// An expression that gives nothing means the credential's, too.
		if (isEmpty(value) && !Array.isArray(value)) return undefined;
		return this.named(path, () => readVdnId(value, max));
	}

	/** Whether and how phone numbers are cleaned. */
	private cleaning(): CleaningChoice {
		if (!this.fieldOf('options.cleanNumbers')) return 'notOffered';
		const isCleaned = this.isOn('options.cleanNumbers');
		const code = this.optionalText('options.countryCode', { isCode: true });
		const countryCode = code?.match(COUNTRY_CODE)?.[1];
		if (code !== undefined && (countryCode === undefined || !isCleaned)) {
			throw countryCode === undefined
				? this.complaint(
						'options.countryCode',
						`is not the code of a country: ${quoted(code)}`,
						'Enter its digits, such as 86.',
					)
				: this.complaint(
						'options.countryCode',
						'goes with Clean Numbers only',
						'Switch Clean Numbers on as well, or remove it.',
					);
		}
		return isCleaned ? { countryCode } : 'notChosen';
	}
}
