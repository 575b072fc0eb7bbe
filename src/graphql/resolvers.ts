import type { NonEmptyArray } from "type-graphql";
import {
  ClaimResolver,
  DecisionResolver,
  FlagEventResolver,
  FlagSubjectResolver,
  ResponseResolver,
  ReviewPolicyResolver,
} from "./resolvers/claim.resolver.js";
import {
  ExposureMatrixResolver,
  FundingTotalsResolver,
  MatrixCellResolver,
  SharedExposureEntryResolver,
  SharedExposureResolver,
  SharedExposuresResolver,
} from "./resolvers/comparison.resolver.js";
import {
  ChangedFindingResolver,
  ExposureDifferenceResolver,
  FindingCauseResolver,
} from "./resolvers/difference.resolver.js";
import { EntityResolver, IdentifierResolver } from "./resolvers/entity.resolver.js";
import {
  CompanyResolver,
  ProgramResolver,
  PublicBodyResolver,
  UniversityResolver,
} from "./resolvers/entity-kinds.resolver.js";
import {
  ExposedUniversitiesResolver,
  ExposedUniversityResolver,
} from "./resolvers/exposed-universities.resolver.js";
import {
  ExposureGroupResolver,
  ExposureResolver,
  SearchScopeResolver,
  TruncationResolver,
  UniversityExposureResolver,
} from "./resolvers/exposure.resolver.js";
import { CounterpartyFindingResolver, FindingResolver } from "./resolvers/finding.resolver.js";
import { FindingPathsResolver } from "./resolvers/finding-paths.resolver.js";
import { FlagResolver, ListingResolver, TimelineEntryResolver } from "./resolvers/flag.resolver.js";
import {
  DossierResolver,
  FundingConnectionResolver,
  FundingTotalResolver,
  GraphResolver,
  MatrixLabelResolver,
} from "./resolvers/graph.resolver.js";
import { KinshipResolver } from "./resolvers/kinship.resolver.js";
import { ListResolver } from "./resolvers/list.resolver.js";
import { LookUpResolver } from "./resolvers/look-up.resolver.js";
import {
  IntegratedOwnershipResolver,
  OwnershipResolver,
  StakeResolver,
} from "./resolvers/ownership.resolver.js";
import {
  ControlAnswerResolver,
  PathAnswerResolver,
  PathResolver,
  PathsResolver,
} from "./resolvers/path.resolver.js";
import {
  GroupedPayerResolver,
  OutsideGroupResolver,
  PayerGroupResolver,
} from "./resolvers/payer-group.resolver.js";
import {
  BackingResolver,
  CollaborationResolver,
  ControlResolver,
  FundingResolver,
  IdentityResolver,
  ParticipationResolver,
  PostResolver,
  RelationResolver,
  ShareResolver,
} from "./resolvers/relation.resolver.js";
import {
  CriterionEvidenceResolver,
  ElevatedRiskReviewResolver,
  PolicyApplicationResolver,
} from "./resolvers/review.resolver.js";
import { RuleAnswerResolver, UnsettledShareResolver } from "./resolvers/rule.resolver.js";
import { SearchResolver } from "./resolvers/search.resolver.js";
import { SubscriptionResolver } from "./resolvers/subscription.resolver.js";
import {
  DecisionCoverageResolver,
  FlagTimingResolver,
  TransactionTimingResolver,
} from "./resolvers/timing.resolver.js";
import { WhyNotResolver } from "./resolvers/why-not.resolver.js";
import { LoadReportResolver, WritingResolver } from "./resolvers/writing.resolver.js";

/** Every class of resolvers: what the schema can be asked. */
export const RESOLVERS: NonEmptyArray<new () => object> = [
  LookUpResolver,
  ListResolver,
  SearchResolver,
  GraphResolver,
  EntityResolver,
  IdentifierResolver,
  UniversityResolver,
  CompanyResolver,
  ProgramResolver,
  PublicBodyResolver,
  ClaimResolver,
  RelationResolver,
  ShareResolver,
  ControlResolver,
  FundingResolver,
  CollaborationResolver,
  ParticipationResolver,
  BackingResolver,
  PostResolver,
  IdentityResolver,
  FlagSubjectResolver,
  FlagEventResolver,
  ResponseResolver,
  DecisionResolver,
  ReviewPolicyResolver,
  FlagResolver,
  ListingResolver,
  TimelineEntryResolver,
  DossierResolver,
  FundingConnectionResolver,
  FundingTotalResolver,
  MatrixLabelResolver,
  ExposureResolver,
  UniversityExposureResolver,
  ExposureGroupResolver,
  SearchScopeResolver,
  TruncationResolver,
  ExposedUniversitiesResolver,
  ExposedUniversityResolver,
  FindingResolver,
  CounterpartyFindingResolver,
  TransactionTimingResolver,
  FlagTimingResolver,
  DecisionCoverageResolver,
  PathsResolver,
  PathAnswerResolver,
  PathResolver,
  ControlAnswerResolver,
  FindingPathsResolver,
  WhyNotResolver,
  ExposureDifferenceResolver,
  FindingCauseResolver,
  ChangedFindingResolver,
  SubscriptionResolver,
  WritingResolver,
  LoadReportResolver,
  ElevatedRiskReviewResolver,
  PolicyApplicationResolver,
  CriterionEvidenceResolver,
  SharedExposuresResolver,
  SharedExposureEntryResolver,
  SharedExposureResolver,
  ExposureMatrixResolver,
  MatrixCellResolver,
  FundingTotalsResolver,
  PayerGroupResolver,
  GroupedPayerResolver,
  OutsideGroupResolver,
  KinshipResolver,
  OwnershipResolver,
  StakeResolver,
  IntegratedOwnershipResolver,
  RuleAnswerResolver,
  UnsettledShareResolver,
];
