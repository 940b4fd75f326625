package io.modernize.cmdb.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.TOP_LEVEL_CLASSES;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;

/** What other packages can see. */
final class VisibilityRules {
    static final Rule ADAPTERS_SHOW_NOTHING = Rule.of(classes()
                    .that(Ring.isIn(Ring.ADAPTERS))
                    .and(TOP_LEVEL_CLASSES)
                    .should()
                    .notBePublic()
                    .because("controllers, rows, components and configurations are reached over ports and beans, never"
                            + " by name"))
            .except(
                    "io.modernize.cmdb.inventory.persistence.AssetRow",
                    "searches join their hits with the assets in one statement")
            .except(
                    "io.modernize.cmdb.tenancy.persistence.PipelinedTenantTransactions",
                    "a search saves the round trip that would set its context")
            .except(
                    "io.modernize.cmdb.tenancy.persistence.OwnerConnections",
                    "only the owner of a table may create its indexes, and those belong to searches")
            .except(
                    "io.modernize.cmdb.tenancy.persistence.MultiStatement",
                    "a search sends its settings and its query in one round trip")
            .except(
                    "io.modernize.cmdb.tenancy.persistence.ScopeParameters",
                    "statements of all capabilities name a scope by the same parameters")
            .except(
                    "io.modernize.cmdb.jobs.batch.JobAttempts",
                    "the jobs of all capabilities are attempted, stopped and awaited in one place")
            .except("io.modernize.cmdb.jobs.batch.FinishedAttempt", "tells those jobs how their attempts ended")
            .except("io.modernize.cmdb.jobs.batch.AttemptResults", "holds what the steps of those jobs have left")
            .except(
                    "io.modernize.cmdb.jobs.batch.OneAtATime",
                    "the jobs of all capabilities are alone with an engagement in the same way")
            .except(
                    "io.modernize.cmdb.jobs.batch.StopBetweenChunks",
                    "listens to the steps of the jobs of all capabilities")
            .except(
                    "io.modernize.cmdb.tenancy.graphql.PageCursors",
                    "cursors of the lists of all capabilities are sealed and refused alike")
            .except(
                    "io.modernize.cmdb.tenancy.graphql.CommonRefusals",
                    "refusals of all capabilities have one shape, and the same words for the same reason")
            .except("io.modernize.cmdb.tenancy.graphql.PageSize", "pages of all lists are sized and refused alike")
            .except(
                    "io.modernize.cmdb.tenancy.graphql.ScopeArguments",
                    "the argument engagementId of all capabilities has become part of the scope")
            .except("io.modernize.cmdb.tenancy.graphql.Uuids", "ids of all capabilities are read alike")
            .except(
                    "io.modernize.cmdb.jobs.graphql.StartJobPayload",
                    "capabilities whose jobs take arguments of their own start them with mutations of their own")
            .except("io.modernize.cmdb.jobs.graphql.JobRunPayload", "is part of StartJobPayload")
            .except(
                    "io.modernize.cmdb.tenancy.graphql.Audited",
                    "the results of all capabilities' mutations say what the audit log is to say of them")
            .except(
                    "io.modernize.cmdb.tenancy.graphql.BusinessError",
                    "is one interface of the schema, which errors of all capabilities implement")
            .except(
                    "io.modernize.cmdb.jobs.batch.OneInstance",
                    "the schedules of all capabilities strike in one instance only")
            .except(
                    "io.modernize.cmdb.jobs.batch.Turns",
                    "the schedules of all capabilities keep what one turn throws from the others");

    static final Rule BOOTSTRAP_SHOWS_WHAT_ITS_PACKAGES_NEED = Rule.of(classes()
            .that(Ring.isIn(Ring.WIRING, Ring.OPERATIONS))
            .and(TOP_LEVEL_CLASSES)
            .and()
            .arePublic()
            .should(Conditions.condition(
                    "be used from another package",
                    VisibilityRules::isUsedFromAnotherPackage,
                    type -> "Class <%s> is public, but no other package uses it".formatted(type.getName())))
            .because("nothing stands above bootstrap; only its own packages need to see each other"));

    static final Rule ROOT_PACKAGE_HOLDS_THE_MAIN_CLASS_ONLY = Rule.of(classes()
            .that(Ring.isIn(Ring.MAIN)
                    .and(describe("are no package descriptions", type -> !Layout.isPackageInfo(type))))
            .should()
            .haveSimpleName("CmdbSimilarityApplication")
            .because("what stands in the root package belongs to no capability, and no module rule sees it"));

    private VisibilityRules() {}

    private static boolean isUsedFromAnotherPackage(JavaClass type) {
        return type.getDirectDependenciesToSelf().stream()
                .anyMatch(use -> !use.getOriginClass().getPackageName().equals(type.getPackageName()));
    }
}
