package io.modernize.cmdb.api.schema;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.Scalars;
import graphql.introspection.Introspection;
import graphql.schema.GraphQLDirectiveContainer;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.diff.DiffEvent;
import graphql.schema.diff.DiffLevel;
import graphql.schema.diff.SchemaDiff;
import graphql.schema.diff.SchemaDiffSet;
import graphql.schema.diff.reporting.CapturingReporter;
import graphql.schema.idl.SchemaPrinter;
import io.modernize.cmdb.api.GraphQlTestApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.graphql.execution.GraphQlSource;

/** The schema as a file, for clients, reviewers and the next version of the service. */
@SpringBootTest(classes = GraphQlTestApplication.class)
class SchemaFileTests {
    private static final Path SCHEMA = Path.of("../docs/schema.graphqls");
    private static final Path BASELINE = Path.of("../docs/schema-released.graphqls");
    private static final Path CHANGES = Path.of("../docs/api-evolution.md");

    private static final String RENEW =
            "mvn test -pl adapters-graphql -am -Dtest=SchemaFileTests -Dsurefire.failIfNoSpecifiedTests=false"
                    + " -Dschema.renew=";

    /** Tell clients what their requests cost. Clients know the directives of GraphQL itself. */
    private static final Set<String> COST_DIRECTIVES = Set.of("cost", "listSize");

    /** What takes its place, and the day from which it may be gone. */
    private static final Pattern DEPRECATION = Pattern.compile("(?s).*`\\w+`.*[Rr]emoved? .*\\d{4}-\\d{2}-\\d{2}.*");

    @Autowired
    private GraphQlSource source;

    @BeforeEach
    void renewWhatIsAskedFor() throws IOException {
        String renewed = System.getProperty("schema.renew");
        if (renewed != null) {
            Files.writeString(SCHEMA, print(source.schema()));
        }
        if ("released".equals(renewed)) {
            Files.writeString(BASELINE, print(source.schema()));
        }
    }

    @Test
    void isWhatTheServiceServes() throws IOException {
        assertThat(Files.readString(SCHEMA))
                .as("docs/schema.graphqls is not the schema of the code; renew it: %sschema", RENEW)
                .isEqualTo(print(source.schema()));
    }

    @Test
    void breaksNothingThatWasReleasedUnlessItIsWrittenDown() throws IOException {
        String changes = Files.readString(CHANGES);
        List<String> unmarked = breakages(Files.readString(BASELINE), print(source.schema())).stream()
                .filter(change -> !changes.contains("`" + change + "`"))
                .toList();

        assertThat(unmarked)
                .as(
                        "changes that break clients of docs/schema-released.graphqls: undo them, or name each as `…`"
                                + " under \"Breaking changes\" in docs/api-evolution.md; with a release: %sreleased",
                        RENEW)
                .isEmpty();
    }

    @Test
    void seesWhatBreaksClients() {
        String before = "type Query { \"d\" a(x: Int): String b: E } enum E { ONE TWO } input I { x: Int }";

        assertThat(breakages(before, "type Query { a(x: Int): String } enum E { ONE TWO } input I { x: Int }"))
                .containsExactly("Query.b MISSING");
        assertThat(breakages(
                        before, "type Query { a(x: Int!, y: Int!): String b: E } enum E { ONE } input I { x: Int }"))
                .contains("Query.a STRICTER", "E.TWO MISSING");
        assertThat(breakages(
                        before,
                        "type Query { a(x: Int): String b: E c: Int } enum E { ONE TWO } input I { x: Int y: Int }"))
                .isEmpty();
    }

    @Test
    void describesEverything() {
        List<String> bare = new ArrayList<>();
        for (GraphQLNamedType type : source.schema().getAllTypesAsList()) {
            if (!Introspection.isIntrospectionTypes(type) && !isSpecified(type)) {
                require(bare, type.getName(), type.getDescription());
                describeMembers(bare, type);
            }
        }
        assertThat(bare).as("without a description").isEmpty();
    }

    private static void describeMembers(List<String> bare, GraphQLNamedType type) {
        if (type instanceof GraphQLObjectType object) {
            for (GraphQLFieldDefinition field : object.getFieldDefinitions()) {
                require(bare, type.getName() + "." + field.getName(), field.getDescription());
                field.getArguments()
                        .forEach(argument -> require(
                                bare,
                                type.getName() + "." + field.getName() + "(" + argument.getName() + ":)",
                                argument.getDescription()));
            }
        } else if (type instanceof GraphQLEnumType values) {
            values.getValues()
                    .forEach(value -> require(bare, type.getName() + "." + value.getName(), value.getDescription()));
        } else if (type instanceof GraphQLInputObjectType input) {
            input.getFieldDefinitions()
                    .forEach(field -> require(bare, type.getName() + "." + field.getName(), field.getDescription()));
        }
    }

    @Test
    void saysOfWhatIsDeprecatedWhatToUseInsteadAndUntilWhen() {
        List<String> silent = new ArrayList<>();
        for (GraphQLNamedType type : source.schema().getAllTypesAsList()) {
            if (type instanceof GraphQLObjectType object && !Introspection.isIntrospectionTypes(type)) {
                object.getFieldDefinitions().forEach(field -> {
                    requireDates(silent, field, field.getDeprecationReason());
                    field.getArguments()
                            .forEach(argument -> requireDates(silent, argument, argument.getDeprecationReason()));
                });
            } else if (type instanceof GraphQLEnumType values && !Introspection.isIntrospectionTypes(type)) {
                values.getValues().forEach(value -> requireDates(silent, value, value.getDeprecationReason()));
            } else if (type instanceof GraphQLInputObjectType input) {
                input.getFieldDefinitions().forEach(field -> requireDates(silent, field, field.getDeprecationReason()));
            }
        }
        assertThat(silent)
                .as("deprecated without `replacement` and a date of removal, as 'Use `x`. Removed after 2027-01-31.'")
                .isEmpty();
    }

    private static void requireDates(List<String> silent, GraphQLDirectiveContainer element, @Nullable String reason) {
        if (reason != null && !DEPRECATION.matcher(reason).matches()) {
            silent.add(element.getName() + ": " + reason);
        }
    }

    private static void require(List<String> bare, String name, @Nullable String description) {
        if (description == null || description.isBlank()) {
            bare.add(name);
        }
    }

    private static boolean isSpecified(GraphQLNamedType type) {
        return List.of(
                        Scalars.GraphQLString.getName(),
                        Scalars.GraphQLInt.getName(),
                        Scalars.GraphQLFloat.getName(),
                        Scalars.GraphQLBoolean.getName(),
                        Scalars.GraphQLID.getName())
                .contains(type.getName());
    }

    private static String print(GraphQLSchema schema) {
        return new SchemaPrinter(SchemaPrinter.Options.defaultOptions()
                        .includeDirectiveDefinition(COST_DIRECTIVES::contains)
                        .includeScalarTypes(true)
                        .includeSchemaDefinition(false))
                .print(schema);
    }

    /** Such as {@code Query.job MISSING}. */
    private static List<String> breakages(String before, String after) {
        CapturingReporter reporter = new CapturingReporter();
        new SchemaDiff().diffSchema(SchemaDiffSet.diffSetFromSdl(before, after), reporter);
        return reporter.getBreakages().stream()
                .filter(event -> event.getLevel() == DiffLevel.BREAKING)
                .map(SchemaFileTests::name)
                .distinct()
                .toList();
    }

    private static String name(DiffEvent event) {
        String member = event.getFieldName() == null
                ? event.getComponents().stream()
                        .findFirst()
                        .map(first -> "." + first)
                        .orElse("")
                : "." + event.getFieldName();
        return event.getTypeName() + member + " " + event.getCategory();
    }
}
