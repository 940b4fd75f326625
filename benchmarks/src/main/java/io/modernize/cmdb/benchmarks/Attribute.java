package io.modernize.cmdb.benchmarks;

/**
 * The attributes that a filter of a search may name. Values are uniform and independent of the vector and of the
 * client.
 */
enum Attribute {
    ENVIRONMENT("environment", "env", 10),
    LOCATION("location", "loc", 100),
    SUPPORT_GROUP("support_group", "group", 1_000);

    private final String column;
    private final String prefix;
    private final int cardinality;

    Attribute(String column, String prefix, int cardinality) {
        this.column = column;
        this.prefix = prefix;
        this.cardinality = cardinality;
    }

    /** The name of the column or metadata key. */
    String column() {
        return column;
    }

    /** The number of values. */
    int cardinality() {
        return cardinality;
    }

    String value(int number) {
        return prefix + "-" + number;
    }
}
