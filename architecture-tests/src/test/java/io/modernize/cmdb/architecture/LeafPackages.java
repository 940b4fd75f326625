package io.modernize.cmdb.architecture;

import static java.util.Map.entry;

import java.util.Map;

/** Every package of production code and the one module that holds it: the table of ARCHITECTURE.md. */
final class LeafPackages {
    /** By the name below the root package. */
    static final Map<String, String> MODULE_BY_PACKAGE = Map.ofEntries(
            entry("tenancy", "domain"),
            entry("jobs", "domain"),
            entry("inventory", "domain"),
            entry("embedding", "domain"),
            entry("similarity", "domain"),
            entry("tenancy.application", "application"),
            entry("jobs.application", "application"),
            entry("inventory.application", "application"),
            entry("embedding.application", "application"),
            entry("similarity.application", "application"),
            entry("tenancy.persistence", "adapters-persistence"),
            entry("jobs.persistence", "adapters-persistence"),
            entry("inventory.persistence", "adapters-persistence"),
            entry("embedding.persistence", "adapters-persistence"),
            entry("similarity.persistence", "adapters-persistence"),
            entry("embedding.deepinfra", "adapters-deepinfra"),
            entry("embedding.onnx", "adapters-onnx"),
            entry("tenancy.graphql", "adapters-graphql"),
            entry("jobs.graphql", "adapters-graphql"),
            entry("inventory.graphql", "adapters-graphql"),
            entry("embedding.graphql", "adapters-graphql"),
            entry("similarity.graphql", "adapters-graphql"),
            entry("tenancy.batch", "batch-jobs"),
            entry("jobs.batch", "batch-jobs"),
            entry("inventory.batch", "batch-jobs"),
            entry("embedding.batch", "batch-jobs"),
            entry("similarity.batch", "batch-jobs"),
            entry("", "bootstrap"),
            entry("tenancy.wiring", "bootstrap"),
            entry("jobs.wiring", "bootstrap"),
            entry("inventory.wiring", "bootstrap"),
            entry("embedding.wiring", "bootstrap"),
            entry("similarity.wiring", "bootstrap"),
            entry("operations", "bootstrap"),
            entry("operations.cli", "bootstrap"),
            entry("operations.console", "bootstrap"),
            entry("operations.evaluation", "bootstrap"),
            entry("operations.sample", "bootstrap"));

    /** Holds its description and its module declaration only. */
    static final String DESCRIPTION_ONLY = "operations";

    private LeafPackages() {}
}
