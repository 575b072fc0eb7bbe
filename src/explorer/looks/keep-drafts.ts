/**
 * Notes what was typed into the fields of a host and not yet handed in. The function gives it to the fields of the same
 * ids that came in their place, where these say the same as the others said before anything was typed. What is left in a
 * search box is no draft: it was only sought.
 */
export function keepDrafts(host: Element): (host: Element) => void {
  const drafts = fieldsIn(host).filter(({ value, defaultValue, id }) => id !== "" && value !== defaultValue);
  return (now) => {
    if (drafts.length === 0) return;
    const fields = new Map(fieldsIn(now).map((field) => [field.id, field]));
    for (const { id, value, defaultValue } of drafts) {
      const field = fields.get(id);
      if (field?.value === defaultValue) field.value = value;
    }
  };
}

function fieldsIn(host: Element): readonly (HTMLInputElement | HTMLTextAreaElement)[] {
  return [...host.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input[type=number], textarea")];
}
