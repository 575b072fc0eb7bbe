/** Words with which a clause may begin; anything else is a name and keeps its own first letter ("iFlytek"). */
const LEADS = /^(?:a|between|by|in|it|on|the) /;

/** A clause as a sentence: a capital at its front, one full stop at its end, also after "Co., Ltd.". */
export function sentence(clause: string): string {
  const front = LEADS.test(clause) ? clause.charAt(0).toUpperCase() : clause.charAt(0);
  return `${front}${clause.slice(1)}${clause.endsWith(".") ? "" : "."}`;
}
