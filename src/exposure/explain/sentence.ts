/** A clause as a sentence: a capital at its front, one full stop at its end, also after "Co., Ltd.". */
export function sentence(clause: string): string {
  return `${clause.charAt(0).toUpperCase()}${clause.slice(1)}${clause.endsWith(".") ? "" : "."}`;
}
