import { BadPlace } from "../state/bad-place.js";

/** What an address names well enough, and the graph has not. */
export class NotThere extends BadPlace {}
