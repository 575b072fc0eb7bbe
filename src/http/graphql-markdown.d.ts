declare module "graphql-markdown" {
  import type { IntrospectionSchema } from "graphql";

  /** Writes a schema as Markdown, line by line. */
  export function renderSchema(
    schema: IntrospectionSchema,
    options: {
      readonly skipTitle?: boolean;
      readonly skipTableOfContents?: boolean;
      printer(line: string): void;
    },
  ): void;
}
