package io.modernize.cmdb.benchmarks;

import java.util.UUID;

/**
 * One asset without its vector.
 *
 * @param number the place in the order of arrival, from 0
 * @param client the number of the client account
 * @param environment the number of the value; the two that follow are numbers, too
 */
record Row(int number, UUID id, int client, int environment, int location, int supportGroup) {

    boolean passes(Search search) {
        return client == search.question().client()
                && search.selectivity()
                        .attribute()
                        .map(attribute ->
                                number(attribute) == search.question().source().number(attribute))
                        .orElse(true);
    }

    /** The attribute's value, as it is stored. */
    String value(Attribute attribute) {
        return attribute.value(number(attribute));
    }

    int number(Attribute attribute) {
        return switch (attribute) {
            case ENVIRONMENT -> environment;
            case LOCATION -> location;
            case SUPPORT_GROUP -> supportGroup;
        };
    }

    UUID clientId() {
        return Dataset.clientId(client);
    }

    String name() {
        return "srv-%07d".formatted(number);
    }

    /** The text that a person reads. It is about as long as the document of a real asset. */
    String content() {
        return name() + " linux server, application host of line " + (number % 997) + ", "
                + value(Attribute.ENVIRONMENT) + ", " + value(Attribute.LOCATION) + ", "
                + value(Attribute.SUPPORT_GROUP) + ", 8 CPUs, 32 GB memory";
    }
}
