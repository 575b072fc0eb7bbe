import { InvalidArgumentError } from "commander";
import { ExposureError } from "../domain/errors.js";

/** Reads the value of an option; one that `read` refuses is wrong usage. */
export function optionValue<T>(read: (text: string) => T): (text: string) => T {
  return (text) => {
    try {
      return read(text);
    } catch (fault) {
      if (fault instanceof ExposureError) throw new InvalidArgumentError(fault.message);
      throw fault;
    }
  };
}
