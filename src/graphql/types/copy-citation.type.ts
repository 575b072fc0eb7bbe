import { ArgsType, Field } from "type-graphql";
import { enumOf } from "../enum-of.js";

export type CitationFormat = "TEXT" | "CSL_JSON";

export const CitationFormatEnum = enumOf<CitationFormat>(
  "CitationFormat",
  "How a citation to copy is written.",
  {
    TEXT: "As text: headline, paragraph, the university's own decisions, clocks, sources with their grades.",
    CSL_JSON: "As a list of CSL-JSON, which reference managers import: the answer first, then its sources.",
  },
);

@ArgsType()
export class CopyCitationArgs {
  @Field(() => CitationFormatEnum, { defaultValue: "TEXT", description: "How it is written." })
  declare format: CitationFormat;

  @Field(() => String, {
    nullable: true,
    description: "The address of the page on which it is read, to be cited with it. Null: none.",
  })
  declare address?: string | null;
}
