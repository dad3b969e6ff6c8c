/** The form that all messages about a failed request have. */

interface Titled {
	/** What was to be done, after "Could not": "pause the campaign". */
	title: string;
}

/** "Could not pause the campaign: …" */
export function couldNot({ title }: Titled, reason: string): string {
	return `Could not ${title}: ${reason}`;
}

/** "It is not known whether the service did pause the campaign: …" */
export function notKnownWhether(endpoint: Titled, message: string): string {
	const beginning = couldNot(endpoint, '');
	const reason = message.startsWith(beginning) ? message.slice(beginning.length) : message;
	return `It is not known whether the service did ${endpoint.title}: ${reason}`;
}

/** Sentences after each other, without those that are empty or only repeat another one. */
export function sentences(texts: Array<string | undefined>): string {
	const bare = texts.flatMap((text) => {
		const sentence = text?.trim().replace(/[.。]$/, '');
		return sentence ? [sentence] : [];
	});
	const isSaid = (text: string, index: number) =>
		bare.some(
			(other, at) =>
				at !== index &&
				other.toLowerCase().includes(text.toLowerCase()) &&
				(other.length > text.length || at < index),
		);
	return bare.filter((text, index) => !isSaid(text, index)).join('. ');
}
