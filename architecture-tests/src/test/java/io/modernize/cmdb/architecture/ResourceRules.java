package io.modernize.cmdb.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.File;
import java.nio.file.Files;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** What a process takes for long, or leaves behind. */
final class ResourceRules {
    private static final String CAFFEINE = "com.github.benmanes.caffeine.cache.Caffeine";
    private static final Set<String> BOUNDS = Set.of("maximumSize", "maximumWeight");

    /** What only threads that share something make; each of them grows until somebody takes out. */
    private static final Set<String> SHARED_COLLECTIONS = Set.of(
            "ConcurrentHashMap",
            "ConcurrentSkipListMap",
            "ConcurrentSkipListSet",
            "ConcurrentLinkedQueue",
            "ConcurrentLinkedDeque",
            "CopyOnWriteArrayList",
            "CopyOnWriteArraySet",
            "LinkedTransferQueue",
            "PriorityBlockingQueue",
            "DelayQueue");

    /** Bounded by an argument, and without one by nothing. */
    private static final Set<String> BOUNDED_BY_AN_ARGUMENT = Set.of("LinkedBlockingQueue", "LinkedBlockingDeque");

    /** Their tasks wait in a queue without an end, or each has a thread of its own. */
    private static final Set<String> EXECUTORS_WITHOUT_A_BOUND = Set.of(
            "newFixedThreadPool",
            "newSingleThreadExecutor",
            "newCachedThreadPool",
            "newScheduledThreadPool",
            "newSingleThreadScheduledExecutor",
            "newVirtualThreadPerTaskExecutor",
            "newThreadPerTaskExecutor",
            "newWorkStealingPool");

    static final Rule CACHES_HAVE_A_BOUND = Rule.of(classes()
            .that(describe("build caches", ResourceRules::buildsCaches))
            .should(Conditions.condition(
                    "set a maximum size or weight",
                    ResourceRules::setsBound,
                    type -> "Class <%s> builds a cache without a bound".formatted(type.getName())))
            .because("time alone bounds nothing: how much arrives in it is for callers to say"));

    static final Rule WHAT_THREADS_SHARE_HAS_A_BOUND = Rule.of(noClasses()
                    .should()
                    .accessTargetWhere(DescribedPredicate.<JavaAccess<?>>describe(
                            "the target makes a collection or an executor that may grow for ever",
                            ResourceRules::growsForEver))
                    .because("a process runs for months; its bound and the reason stand beside it, and here"))
            .except(
                    "io.modernize.cmdb.jobs.batch.JobAttempts",
                    "attempts under way: as many as threads run jobs, each of which takes its own away")
            .except(
                    "io.modernize.cmdb.embedding.batch.PromptEmbedding",
                    "engagements that are followed up now: the last one to leave takes theirs away")
            .except(
                    "io.modernize.cmdb.embedding.batch.EmbeddingPipeline",
                    "begins no more calls than the model takes at once and a quarter of the heap bears")
            .except(
                    "io.modernize.cmdb.embedding.deepinfra.RequestFan",
                    "as many threads as one call has requests, closed with it; RequestSlots bounds those of all calls")
            .except(
                    "io.modernize.cmdb.tenancy.identity.wiring.IssuerKeys",
                    "fetches keys ahead: the issuer is asked twice at most between two fetches, whatever arrives");

    static final Rule NOTHING_IS_LAID_DOWN_IN_TEMPORARY_FOLDERS = Rule.of(noClasses()
            .should()
            .accessTargetWhere(DescribedPredicate.<JavaAccess<?>>describe(
                    "the target makes a temporary file or folder, or counts on the end of the process",
                    ResourceRules::laysDown))
            .because("a process that is killed deletes nothing, and what it has left there is a customer's"));

    private ResourceRules() {}

    private static boolean buildsCaches(JavaClass type) {
        return calls(type, "newBuilder").findAny().isPresent();
    }

    private static boolean setsBound(JavaClass type) {
        return BOUNDS.stream().anyMatch(bound -> calls(type, bound).findAny().isPresent());
    }

    private static Stream<JavaAccess<?>> calls(JavaClass type, String method) {
        return type.getAccessesFromSelf().stream()
                .filter(access -> access.getTargetOwner().getName().equals(CAFFEINE)
                        && access.getTarget().getName().equals(method))
                .map(access -> access);
    }

    private static boolean growsForEver(JavaAccess<?> access) {
        if (!(access.getTarget() instanceof CodeUnitAccessTarget target)) {
            return false;
        }
        JavaClass owner = target.getOwner();
        if (owner.isEquivalentTo(Executors.class)) {
            return EXECUTORS_WITHOUT_A_BOUND.contains(target.getName());
        }
        boolean isNew = target.getName().equals("<init>");
        return owner.getPackageName().equals("java.util.concurrent")
                && ((SHARED_COLLECTIONS.contains(owner.getSimpleName())
                                && (isNew || target.getName().equals("newKeySet")))
                        || (BOUNDED_BY_AN_ARGUMENT.contains(owner.getSimpleName())
                                && isNew
                                && target.getRawParameterTypes().isEmpty()));
    }

    private static boolean laysDown(JavaAccess<?> access) {
        String name = access.getTarget().getName();
        JavaClass owner = access.getTargetOwner();
        return (owner.isEquivalentTo(Files.class) && name.startsWith("createTemp"))
                || (owner.isEquivalentTo(File.class) && (name.equals("createTempFile") || name.equals("deleteOnExit")));
    }
}
