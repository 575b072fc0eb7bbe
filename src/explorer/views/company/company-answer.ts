import type {
  CompanyExposedQuery,
  CompanyFlagsQuery,
  CompanyOwnershipQuery,
} from "../../api/documents.generated.js";

/** What the page about a company is made of. */
export interface CompanyAnswer {
  readonly owned: CompanyOwnershipQuery;
  readonly flags: NonNullable<CompanyFlagsQuery["entity"]>;
  readonly exposed: NonNullable<CompanyExposedQuery["exposedUniversities"]>;
}
