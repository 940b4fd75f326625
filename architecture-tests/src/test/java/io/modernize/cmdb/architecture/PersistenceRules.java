package io.modernize.cmdb.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where SQL stands, and which SQL. */
final class PersistenceRules {
    /**
     * A statement, not a word in a sentence: it begins the text, a line, or what follows a semicolon, a quote or a
     * keyword of dynamic SQL. So a message may tell an operator to {@code alter table}.
     */
    private static final Pattern DDL = Pattern.compile("""
        (?:^|[;'"$(\\u0001]|\\b(?:begin|do|as|execute|then|else)\\b)\\s*\
        (?:(?:create|alter|drop|comment\\s+on|reindex)\\s+\
        (?:(?:or|replace|unique|temp|temporary|unlogged|materialized|global|local|force)\\s+)*\
        (?:table|index|schema|database|role|user|view|sequence|function|procedure|trigger|policy|extension|type|domain|\
        tablespace|rule|event|default|system|statistics|publication|subscription|server|aggregate|operator|cast|collation)\\b\
        |truncate\\s+\\w|grant\\s+\\w+.*\\s(?:to|on)\\s|revoke\\s+\\w+.*\\s(?:from|on)\\s)\
        """, Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    static final Rule DDL_IS_LEFT_TO_MIGRATIONS = Rule.of(classes()
                    .should(Conditions.condition("hold no DDL", PersistenceRules::ddlIn))
                    .because("the schema has one history, Flyway's, and the application's login may not change it"))
            .except(
                    "io.modernize.cmdb.similarity.index.persistence.IndexDdl",
                    "a client account's index follows its data: it comes, is replaced and goes while the service runs");

    private static final DescribedPredicate<JavaClass> DATABASE_INTERFACES = resideInAnyPackage(
            "java.sql..",
            "javax.sql..",
            "org.springframework.jdbc..",
            "org.springframework.data..",
            "org.postgresql..",
            "com.pgvector..",
            "com.zaxxer..");

    static final Rule SQL_STAYS_IN_PERSISTENCE = Rule.of(noClasses()
                    .that(describe("are outside persistence", PersistenceRules::isOutsidePersistence))
                    .should()
                    .dependOnClassesThat(DATABASE_INTERFACES)
                    .because("SQL over tenant data is reviewed in one ring, where it runs in a tenant transaction"))
            .except(
                    "io.modernize.cmdb.jobs.batch.BatchInfrastructure",
                    "hands the data source on to Spring Batch, which keeps its own metadata there")
            .except(
                    "io.modernize.cmdb.jobs.batch.DatabaseFailure",
                    "reads the states of failures, of Batch's statements as well, and knows no statement itself");

    private PersistenceRules() {}

    private static boolean isOutsidePersistence(JavaClass type) {
        return Ring.of(type).filter(ring -> ring != Ring.PERSISTENCE).isPresent();
    }

    private static Stream<String> ddlIn(JavaClass type) {
        return ConstantPool.of(type)
                .filter(text -> DDL.matcher(text).find())
                .map(text -> "Class <%s> holds DDL: %s".formatted(type.getName(), text.strip()));
    }
}
