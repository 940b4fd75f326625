package io.modernize.cmdb.architecture;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every package of production code and the one module that holds it: the table of ARCHITECTURE.md. */
final class LeafPackages {
    /** By the name below the root package. */
    static final Map<String, String> MODULE_BY_PACKAGE = Map.ofEntries(
            entry("audit", "domain"),
            entry("embedding", "domain"),
            entry("inventory", "domain"),
            entry("inventory.formats", "domain"),
            entry("inventory.imports", "domain"),
            entry("inventory.records", "domain"),
            entry("jobs", "domain"),
            entry("offboarding", "domain"),
            entry("similarity", "domain"),
            entry("similarity.duplicates", "domain"),
            entry("similarity.filter", "domain"),
            entry("similarity.index", "domain"),
            entry("similarity.listing", "domain"),
            entry("similarity.search", "domain"),
            entry("similarity.spaces", "domain"),
            entry("tenancy", "domain"),
            entry("audit.application", "application"),
            entry("embedding.application", "application"),
            entry("embedding.spaces.application", "application"),
            entry("inventory.application", "application"),
            entry("jobs.application", "application"),
            entry("offboarding.application", "application"),
            entry("similarity.duplicates.application", "application"),
            entry("similarity.index.application", "application"),
            entry("similarity.listing.application", "application"),
            entry("similarity.search.application", "application"),
            entry("similarity.spaces.application", "application"),
            entry("tenancy.application", "application"),
            entry("tenancy.shares.application", "application"),
            entry("audit.persistence", "adapters-persistence"),
            entry("embedding.persistence", "adapters-persistence"),
            entry("inventory.persistence", "adapters-persistence"),
            entry("jobs.persistence", "adapters-persistence"),
            entry("offboarding.persistence", "adapters-persistence"),
            entry("similarity.duplicates.persistence", "adapters-persistence"),
            entry("similarity.filter.persistence", "adapters-persistence"),
            entry("similarity.index.persistence", "adapters-persistence"),
            entry("similarity.listing.persistence", "adapters-persistence"),
            entry("similarity.search.persistence", "adapters-persistence"),
            entry("similarity.spaces.persistence", "adapters-persistence"),
            entry("tenancy.database.persistence", "adapters-persistence"),
            entry("tenancy.persistence", "adapters-persistence"),
            entry("embedding.deepinfra", "adapters-deepinfra"),
            entry("embedding.protocol.deepinfra", "adapters-deepinfra"),
            entry("embedding.onnx", "adapters-onnx"),
            entry("administration", "adapters-graphql"),
            entry("administration.auditlog.graphql", "adapters-graphql"),
            entry("administration.engagements.graphql", "adapters-graphql"),
            entry("administration.members.graphql", "adapters-graphql"),
            entry("api", "adapters-graphql"),
            entry("api.arguments", "adapters-graphql"),
            entry("api.audit", "adapters-graphql"),
            entry("api.callers", "adapters-graphql"),
            entry("api.documents", "adapters-graphql"),
            entry("api.errors", "adapters-graphql"),
            entry("api.gate", "adapters-graphql"),
            entry("api.limits", "adapters-graphql"),
            entry("api.lookups", "adapters-graphql"),
            entry("api.paging", "adapters-graphql"),
            entry("api.requests", "adapters-graphql"),
            entry("api.schema", "adapters-graphql"),
            entry("embedding.graphql", "adapters-graphql"),
            entry("inventory.graphql", "adapters-graphql"),
            entry("jobs.graphql", "adapters-graphql"),
            entry("similarity.assets.graphql", "adapters-graphql"),
            entry("similarity.details.graphql", "adapters-graphql"),
            entry("similarity.duplicates.graphql", "adapters-graphql"),
            entry("similarity.index.graphql", "adapters-graphql"),
            entry("similarity.listing.graphql", "adapters-graphql"),
            entry("similarity.search.graphql", "adapters-graphql"),
            entry("similarity.spaces.graphql", "adapters-graphql"),
            entry("embedding.batch", "batch-jobs"),
            entry("inventory.archive.batch", "batch-jobs"),
            entry("inventory.files.batch", "batch-jobs"),
            entry("inventory.imports.batch", "batch-jobs"),
            entry("jobs.batch", "batch-jobs"),
            entry("offboarding.batch", "batch-jobs"),
            entry("similarity.batch", "batch-jobs"),
            entry("audit.composition", "composition"),
            entry("embedding.composition", "composition"),
            entry("inventory.composition", "composition"),
            entry("jobs.composition", "composition"),
            entry("offboarding.composition", "composition"),
            entry("similarity.composition", "composition"),
            entry("tenancy.composition", "composition"),
            entry("", "bootstrap"),
            entry("embedding.wiring", "bootstrap"),
            entry("inventory.wiring", "bootstrap"),
            entry("jobs.wiring", "bootstrap"),
            entry("operations", "bootstrap"),
            entry("operations.cli", "bootstrap"),
            entry("operations.cli.command", "bootstrap"),
            entry("operations.cli.data", "bootstrap"),
            entry("operations.cli.maintenance", "bootstrap"),
            entry("operations.cli.migrate", "bootstrap"),
            entry("operations.cli.tenants", "bootstrap"),
            entry("operations.console", "bootstrap"),
            entry("operations.evaluation", "bootstrap"),
            entry("operations.sample", "bootstrap"),
            entry("similarity.wiring", "bootstrap"),
            entry("tenancy.identity.wiring", "bootstrap"),
            entry("tenancy.local.wiring", "bootstrap"),
            entry("tenancy.wiring", "bootstrap"));

    /**
     * Modules that support the product, by their own root below the root package. Their jars are not on the class path of
     * these tests, so that only rules over files see them.
     */
    static final Map<String, String> SUPPORTING_MODULE_BY_ROOT =
            Map.of("benchmarks", "benchmarks", "testsupport", "test-support");

    /** Hold their description and their module declaration only: what is in a module stands in its rooms. */
    static final Set<String> DESCRIPTIONS_ONLY =
            Set.of("offboarding", "similarity", "administration", "api", "operations");

    private LeafPackages() {}

    /** The one module that may put classes into that package. */
    static Optional<String> moduleOf(String leafPackage) {
        String supporting = SUPPORTING_MODULE_BY_ROOT.get(leafPackage.split("\\.")[0]);
        return Optional.ofNullable(supporting == null ? MODULE_BY_PACKAGE.get(leafPackage) : supporting);
    }
}
