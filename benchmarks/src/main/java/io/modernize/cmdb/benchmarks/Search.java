package io.modernize.cmdb.benchmarks;

import java.util.Optional;

/**
 * One search as every system runs it.
 *
 * @param topK how many rows are asked for
 */
record Search(Question question, Selectivity selectivity, int topK) {

    /** The filter's attribute with the value asked for; empty without a filter. */
    Optional<Condition> condition() {
        return selectivity
                .attribute()
                .map(attribute -> new Condition(attribute, question.source().value(attribute)));
    }

    /** Attribute equals value. */
    record Condition(Attribute attribute, String value) {}
}
