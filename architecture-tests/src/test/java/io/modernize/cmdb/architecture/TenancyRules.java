package io.modernize.cmdb.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.modernize.cmdb.embedding.application.EmbeddingModel;
import io.modernize.cmdb.embedding.spaces.application.EmbeddingSpaces;
import io.modernize.cmdb.embedding.spaces.application.SpaceLifecycle;
import io.modernize.cmdb.jobs.application.JobHistory;
import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.jobs.application.JobQueue;
import io.modernize.cmdb.jobs.application.JobSignal;
import io.modernize.cmdb.jobs.application.JobWork;
import io.modernize.cmdb.similarity.index.application.MissedTargets;
import io.modernize.cmdb.similarity.index.application.VectorIndexJobs;
import io.modernize.cmdb.similarity.search.application.EmbeddingIndex;
import io.modernize.cmdb.similarity.search.application.TextIndex;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import io.modernize.cmdb.tenancy.application.CursorSecrets;
import io.modernize.cmdb.tenancy.application.MembershipDirectory;
import io.modernize.cmdb.tenancy.application.ScopeRequest;
import io.modernize.cmdb.tenancy.application.ServiceLocks;
import io.modernize.cmdb.tenancy.application.TimeLeft;
import io.modernize.cmdb.tenancy.shares.application.FreeSpace;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;

/** The first fence between client accounts: nothing reaches data without saying whose. */
final class TenancyRules {
    private static final Pattern OWNERS = Pattern.compile("Owner(Connections)?");
    private static final Pattern QUESTION = Pattern.compile(".*(Query|Request|Command)");

    static final Rule PORT_METHODS_TAKE_A_SCOPE = Rule.of(methods()
                    .that()
                    .areDeclaredInClassesThat(describe("are ports", NamingRules::isPort))
                    .and(describe("are written by hand", TenancyRules::isWrittenByHand))
                    .should(Conditions.condition(
                            "take a TenantScope, or a parameter that holds one",
                            TenancyRules::takesScope,
                            method -> "Method <%s> takes no TenantScope".formatted(method.getFullName())))
                    .because("an adapter cannot restrict a statement to a scope that it was not given"))
            .except(MembershipDirectory.class, "scopes come from its answer")
            .except(ClientAccountRegistry.class, "the operator's administration: it makes what scopes are about")
            .except(EmbeddingModel.class, "turns text into vectors and stores nothing")
            .except(EmbeddingSpaces.class, "spaces are common to all client accounts and hold no tenant data")
            .except(ServiceLocks.class, "locks work over all client accounts and touch no data")
            .except(VectorIndexJobs.class, "the operator's jobs over all client accounts, one scope after the other")
            .except(SpaceLifecycle.class, "the operator's administration of what is common to all client accounts")
            .except(JobProgress.class, "is told two numbers")
            .except(JobQueue.class, "tells which runs wait, over all client accounts, by identifiers and nothing else")
            .except(
                    MissedTargets.class,
                    "tells which client accounts missed the target, by identifiers and nothing else")
            .except(JobHistory.class, "frameworks' tables, where nothing of a client account stands")
            .except(JobSignal.class, "says that there is something to do, and not what")
            .except(
                    CursorSecrets.class,
                    "keys of the service, in a table of their own, where nothing of a client account stands")
            .except(FreeSpace.class, "tells whether disks have room, and touches no data")
            .except(TimeLeft.class, "tells how long the work under way may take, and touches no data")
            .except(JobWork.class, "one method says what it does, the other takes a run with its scope");

    static final Rule QUERIES_HOLD_A_SCOPE = Rule.of(classes()
                    .that(Ring.isIn(Ring.APPLICATION))
                    .and(describe("are named Query, Request or Command", TenancyRules::isQuestion))
                    .should(Conditions.condition(
                            "be records with a TenantScope",
                            type -> type.isRecord() && holdsScope(type),
                            type -> "Class <%s> is no record with a TenantScope".formatted(type.getName())))
                    .because("a question over tenant data without its scope can be asked by mistake"))
            .except(ScopeRequest.class, "asks for the scope")
            .except(EmbeddingIndex.NearestQuery.class, "its one use, EmbeddingIndex.nearest, takes the scope beside it")
            .except(TextIndex.TextQuery.class, "its use by itself, TextIndex.matching, takes the scope beside it")
            .except(TextIndex.FusedQuery.class, "its one use, TextIndex.fused, takes the scope beside it");

    static final Rule JOB_SCOPES_ARE_MADE_FOR_JOBS = Rule.of(noClasses()
            .that(describe("belong to no job, no command and not to tenancy", TenancyRules::actForUsers))
            .should()
            .accessTargetWhere(DescribedPredicate.<JavaAccess<?>>describe(
                    "the target is TenantScope.forJob", TenancyRules::makesJobScope))
            .because("on behalf of a user, a scope comes from a membership and from nowhere else"));

    /** The data source has three names, its qualifiers and the bean's own; its connections have one more. */
    static final Rule OWNERS_LOGIN_STAYS_WITH_TENANCY = Rule.of(classes()
                    .that(describe("are outside the persistence of tenancy", type -> !isTenancyPersistence(type)))
                    .should(Conditions.condition(
                            "not name the owner's data source", TenancyRules::namesOfOwnersDataSource))
                    .because("the owner's login is not subject to row-level security"))
            .except(
                    "io.modernize.cmdb.similarity.index.persistence.IndexSessions",
                    "opens the sessions in which indexes are created and dropped, which takes the tables' owner;"
                            + " nobody's rows are read in them")
            .except(
                    "io.modernize.cmdb.offboarding.persistence.JdbcStoredRows",
                    "deletes what the application's login may only add to, of the one client account that it is given")
            .except(
                    "io.modernize.cmdb.embedding.persistence.PartitionedSpaces",
                    "creates and drops the partitions of spaces, which takes the tables' owner, and reads nobody's"
                            + " assets")
            .except(
                    "io.modernize.cmdb.similarity.index.persistence.JdbcMissedTargets",
                    "reads the identifiers of client accounts that missed the target recall, and nothing else")
            .except(
                    "io.modernize.cmdb.jobs.persistence.JdbcJobQueue",
                    "reads the identifiers of runs that wait, over all client accounts, and nothing else");

    static final Rule CORE_KEEPS_NOTHING_ON_THE_THREAD = Rule.of(noClasses()
            .that(Ring.isIn(Ring.DOMAIN, Ring.APPLICATION))
            .should()
            .dependOnClassesThat(assignableTo(ThreadLocal.class).or(assignableTo(ScopedValue.class)))
            .because("a scope that comes along unseen is lost on the next thread, or left over from the last request"));

    private TenancyRules() {}

    private static boolean isWrittenByHand(JavaMethod method) {
        return !method.getModifiers().contains(JavaModifier.SYNTHETIC);
    }

    private static boolean takesScope(JavaMethod method) {
        return method.getRawParameterTypes().stream().anyMatch(type -> isScope(type) || holdsScope(type));
    }

    private static boolean holdsScope(JavaClass type) {
        return type.getFields().stream()
                .anyMatch(field -> !field.getModifiers().contains(JavaModifier.STATIC) && isScope(field.getRawType()));
    }

    private static boolean isScope(JavaClass type) {
        return type.isEquivalentTo(TenantScope.class);
    }

    private static boolean isQuestion(JavaClass type) {
        return QUESTION.matcher(type.getSimpleName()).matches();
    }

    private static boolean actForUsers(JavaClass type) {
        return Ring.of(type)
                .filter(ring -> switch (ring) {
                    case BATCH, OPERATIONS -> false;
                    case DOMAIN -> !Layout.leafPackage(type).equals("tenancy");
                    case APPLICATION, PERSISTENCE, DEEPINFRA, ONNX, GRAPHQL, COMPOSITION, WIRING, MAIN -> true;
                })
                .isPresent();
    }

    private static boolean makesJobScope(JavaAccess<?> access) {
        return isScope(access.getTargetOwner()) && access.getTarget().getName().equals("forJob");
    }

    private static boolean isTenancyPersistence(JavaClass type) {
        return Layout.isOurs(type)
                && Layout.leafPackage(type).startsWith("tenancy.")
                && Ring.of(type).filter(Ring.PERSISTENCE::equals).isPresent();
    }

    private static Stream<String> namesOfOwnersDataSource(JavaClass type) {
        Stream<String> qualifiers = type.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> isOwnersQualifier(dependency.getTargetClass()))
                .map(dependency -> "Class <%s> names the owner's login: %s"
                        .formatted(type.getName(), dependency.getDescription()));
        Stream<String> beanName = ConstantPool.of(type)
                .filter("ownerDataSource"::equals)
                .map(text -> "Class <%s> names the bean '%s'".formatted(type.getName(), text));
        return Stream.concat(qualifiers, beanName);
    }

    private static boolean isOwnersQualifier(JavaClass type) {
        return type.isEquivalentTo(FlywayDataSource.class)
                || (isTenancyPersistence(type)
                        && OWNERS.matcher(type.getSimpleName()).matches());
    }
}
