import { askQuestions } from "./ask-questions.js";
import { buildProjections } from "./build-projections.js";
import { countFindings } from "./count-findings.js";
import { insertBare } from "./insert-bare.js";
import { load } from "./load.js";

/** What may be run in a process of its own. Input and result go through messages: plain data. */
export const JOBS = { askQuestions, buildProjections, countFindings, insertBare, load };
