package io.modernize.cmdb.operations.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The proofs of isolation know every id that a request can name, wherever it stands in an input. */
class SamplesTests {
    private static final Function<IdKind, String> NAMES = IdKind::name;

    @Test
    void knowsIdsInInputs() {
        RootField field = field("""
            type Query { startImport(input: I!, other: O): Int }
            input I { uploadId: ID! engagementId: ID deleteMissing: Boolean = false }
            input O { name: String! }
            """);

        assertThat(field.places())
                .extracting(InputPlace::toString)
                .containsExactly("input.uploadId", "input.engagementId", "input.deleteMissing", "other.name");
        Map<String, Object> variables = Samples.variables(field, NAMES);
        assertThat(variables).isEqualTo(Map.of("input", Map.of("uploadId", "UPLOAD", "engagementId", "ENGAGEMENT")));
        assertThat(Samples.with(variables, field.places().getFirst(), "another"))
                .isEqualTo(Map.of("input", Map.of("uploadId", "another", "engagementId", "ENGAGEMENT")));
        assertThat(Samples.without(variables, "engagementId")).isEqualTo(Map.of("input", Map.of("uploadId", "UPLOAD")));
    }

    @Test
    void knowsIdsInLists() {
        RootField field = field("type Query { changeMembership(input: [I!]!): Int } input I { engagementIds: [ID!] }");

        Map<String, Object> variables = Samples.variables(field, NAMES);

        assertThat(variables).isEqualTo(Map.of("input", List.of(Map.of("engagementIds", List.of("ENGAGEMENT")))));
        assertThat(Samples.with(variables, field.places().getFirst(), "another"))
                .isEqualTo(Map.of("input", List.of(Map.of("engagementIds", List.of("another")))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type Query { startImport(newId: ID): Int }",
                "type Query { startImport(input: I!): Int } input I { newId: ID }",
                "type Query { startImport(input: I): Int } input I { newId: [ID!] }",
                "type Query { startImport(input: O): Int } input O { inner: [I!] } input I { newId: ID! }"
            })
    void refusesAnIdThatNobodyHasClassified(String sdl) {
        RootField field = field(sdl);

        assertThatThrownBy(() -> Samples.variables(field, NAMES)).hasMessageContaining("say in Samples");
        assertThatThrownBy(() -> field.places().forEach(place -> Samples.idKind(field, place)))
                .hasMessageContaining("newId of startImport");
    }

    private static RootField field(String sdl) {
        GraphQLSchema schema =
                new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(sdl), RuntimeWiring.MOCKED_WIRING);
        return new RootField(
                "query", schema.getQueryType().getFieldDefinitions().getFirst(), "");
    }
}
