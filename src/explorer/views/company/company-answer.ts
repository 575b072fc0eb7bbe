import type {
  CompanyDealingsQuery,
  CompanyExposedQuery,
  CompanyFlagsQuery,
  CompanyOwnershipQuery,
} from "../../api/documents.generated.js";

/** What the page about a company is made of. */
export interface CompanyAnswer {
  readonly owned: CompanyOwnershipQuery;
  readonly flags: NonNullable<CompanyFlagsQuery["entity"]>;
  readonly exposed: NonNullable<CompanyExposedQuery["exposedUniversities"]>;
  /** What passed with the university that the address opens; null: it opens none. */
  readonly dealings: NonNullable<CompanyDealingsQuery["exposure"]>["transactions"] | null;
}
