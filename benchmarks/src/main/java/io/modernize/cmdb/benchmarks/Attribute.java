package io.modernize.cmdb.benchmarks;

/** What a search may be narrowed by. Values are uniform and independent of the vector and of the client. */
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

    /** Name of the column or metadata key. */
    String column() {
        return column;
    }

    /** How many values there are. */
    int cardinality() {
        return cardinality;
    }

    String value(int number) {
        return prefix + "-" + number;
    }
}
