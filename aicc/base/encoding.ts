/** How texts are written where they travel. */

/** One half of a character that JavaScript keeps in two: it cannot be written as bytes. */
export const HALF_CHARACTER = /\p{Cs}/u;

/** A text with %E5%BC%A0 in it, decoded; as it is where it cannot be read so. */
export function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
