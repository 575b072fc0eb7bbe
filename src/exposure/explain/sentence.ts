/** Words with which a clause may begin; anything else is a name and keeps its own first letter ("iFlytek"). */
const LEADS = /^(?:a|between|by|in|it|on|the) /;

/** A clause as a sentence: a capital at its front, one full stop at its end, also after "Co., Ltd.". */
export function sentence(clause: string): string {
  return stopped(opening(clause));
}

/** A clause with a capital at its front, to which more may be added before the full stop. */
export function opening(clause: string): string {
  const front = LEADS.test(clause) ? clause.charAt(0).toUpperCase() : clause.charAt(0);
  return `${front}${clause.slice(1)}`;
}

/** One full stop at its end: that of a name ("Co., Ltd.") is enough. */
export function stopped(text: string): string {
  return text.endsWith(".") ? text : `${text}.`;
}
