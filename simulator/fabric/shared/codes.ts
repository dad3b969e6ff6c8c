/** The code that the pages of the API Fabric have for whatever failed. */
export const FAILURE = '1';
